import { err, ok, type Result } from '../../base/result.ts';
import type { KnownUnit } from '../../process/tables.ts';
import type { Estrutura } from '../../protocol/pen/messages.ts';
import { faultOf, inTime, type PlatformFault, platform } from './platform.ts';

/** Units that one search gives at most. */
const MOST = 50;

/** Parts of a path that say nothing: every federal body hangs below them. */
const ROOTS = new Set(['PR', 'PE', 'UNIAO']);

/** Units of a repository by a part of their name, or by their number. */
export const searchUnits = async (
  repositorio: number,
  wanted: string,
): Promise<Result<KnownUnit[], PlatformFault>> => {
  const asked = platform();
  if (!asked) return err('not-entered');
  const text = wanted.trim();
  if (/^\d+$/.test(text)) {
    const one = await asked.estrutura(repositorio, text, inTime());
    // 0055: there is no such unit in this repository.
    if (!one.ok) return one.error.kind === 'fault' ? ok([]) : err(faultOf(one.error));
    return ok([unitOf(repositorio, one.value.value)]);
  }
  const filter = { nome: text, quantidadeDeRegistros: MOST };
  const found = await asked.estruturas(repositorio, filter, inTime());
  if (!found.ok) return err(faultOf(found.error));
  return ok(found.value.value.estruturas.map((estrutura) => unitOf(repositorio, estrutura)));
};

const unitOf = (
  repositorio: number,
  { numeroDeIdentificacaoDaEstrutura: numero, nome, sigla, ...rest }: Estrutura,
): KnownUnit => ({
  ...{ repositorio, numero, sigla },
  nome: [
    nome,
    rest.hierarquia.flatMap((above) => (ROOTS.has(above.sigla) ? [] : above.sigla)).join(' / '),
  ]
    .filter((part) => part !== '')
    .join(' - '),
  recebe: rest.ativo && rest.aptoParaReceberTramites,
});
