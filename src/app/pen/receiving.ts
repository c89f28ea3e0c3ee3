import { CLIENT_HEADER, GATEWAY_HEADER } from '../../base/gateway-answer.ts';
import type { Http } from '../../base/http.ts';
import { newId } from '../../base/ids.ts';
import { isJsonObject, parseJson } from '../../base/json.ts';
import type { PenUnit } from '../../base/pen-unit.ts';
import { err, ok } from '../../base/result.ts';
import { inOurWords } from '../../process/in-our-words.ts';
import { isTypeTaken, receivedHypothesis, receivedProcessType } from '../../process/mappings.ts';
import { type ReceiveRules, receiveProblems } from '../../process/receive-checks.ts';
import { type ReceivedMetadata, readReceived } from '../../process/received-metadata.ts';
import { MB } from '../../process/tables.ts';
import { readAnswer } from '../../protocol/pen/answers.ts';
import type { Receiving } from '../../protocol/pen/steps/receive-step.ts';
import type { PenTools } from '../../protocol/pen/steps/step.ts';
import type { PenEntry } from '../../protocol/pen/types.ts';
import type { BodyHere } from '../../store/pen-lists.ts';
import { ambientes } from '../state.ts';
import { clock, stores } from '../stores.ts';
import { readSettings } from './settings.ts';
import { penStores } from './stores.ts';
import { readTables } from './tables.ts';

interface Gateway {
  http: Http;
  /** Of its calls. */
  base: string;
}

/** What the steps of receiving work with, for the body of an entry. `gateway`: how and where it is asked. */
export const receivingFor = (entry: PenEntry, gateway: Gateway, tools: PenTools): Receiving => {
  const body = { ambiente: entry.ambiente, orgao: entry.frozen.orgao };
  return {
    ...tools,
    clock,
    files: stores.files,
    signReceipt: signReceiptAt(gateway),
    judge: (metadata) => judge(metadata, body),
    filesHeld: (nre) => filesHeld(nre, body),
    settings: async () => {
      const { partMb, mostTries, acceptsAlone } = await readSettings(body);
      return { partSize: partMb * MB, mostTries, acceptsAlone };
    },
    nameOf: async (unit, signal) => {
      const { identificacaoDoRepositorioDeEstruturas: repositorio } = unit;
      const { numeroDeIdentificacaoDaEstrutura: numero } = unit;
      const answer = await tools.pen.estrutura(repositorio, numero, signal);
      return answer.ok ? answer.value.value.nome : '';
    },
  };
};

/** The gateway makes the text of the receipt and signs it with the body's key. */
const signReceiptAt =
  ({ http, base }: Gateway): Receiving['signReceipt'] =>
  async (statement, signal) => {
    const request = new Request(new URL(`${base}/assinar-recibo`, location.href), {
      method: 'POST',
      headers: { 'content-type': 'application/json', [CLIENT_HEADER]: '1' },
      body: JSON.stringify(statement),
      signal,
    });
    const answer = await http(request).catch(() => undefined);
    const isOwn = answer?.ok && answer.headers.get(GATEWAY_HEADER) === 'own';
    if (!isOwn) {
      const read = await readAnswer(answer);
      return read.ok ? err({ kind: 'not-the-server', status: 200 }) : read;
    }
    const json = parseJson(await answer.text());
    const signature = isJsonObject(json) ? json.hashDaAssinatura : undefined;
    return typeof signature === 'string' ? ok(signature) : err({ kind: 'truncated' });
  };

/** What speaks against taking it in by what is set and held now; gives also the process it would become or change. */
export const judge = async (metadata: string, body: BodyHere) => {
  const received = readReceived(metadata);
  if (!received) return { processId: newId(), problems: [{ code: 'unreadable' }] };
  const { nre, protocolo } = received;
  const [[same], named, rules] = await Promise.all([
    penStores.processes.named(body, 'nre', nre),
    penStores.processes.named(body, 'protocolo', protocolo),
    rulesOf(body),
  ]);
  const otherOfThatNumber = named.find(({ id }) => id !== same?.id);
  const held = { ...(same && { same }), ...(otherOfThatNumber && { otherOfThatNumber }) };
  return { processId: same?.id ?? newId(), problems: receiveProblems(received, held, rules) };
};

const filesHeld = async (nre: string, body: BodyHere): Promise<ReadonlySet<string>> => {
  const held = await penStores.processes.named(body, 'nre', nre);
  const components = held.flatMap(({ documents }) => documents.flatMap((one) => one.components));
  return new Set(components.map(({ sha256 }) => sha256));
};

/** What a body takes by its settings and the platform's tables. */
const rulesOf = async (body: BodyHere): Promise<ReceiveRules> => {
  const [settings, tables] = await Promise.all([readSettings(body), readTables(body.ambiente)]);
  return {
    largestBytes: settings.largestReceivedMb * MB,
    isEspecieMapped: (codigo, isAnnex) => isTypeTaken({ codigo, isAnnex }, settings),
    isHipoteseMapped: (id) => receivedHypothesis(id, tables, settings) !== undefined,
    isOurs: (unit) => settings.receivingUnit !== undefined || isSameUnit(unit, unitHere(body)),
  };
};

/** The body's own unit, to which what comes is addressed. */
const unitHere = ({ ambiente, orgao }: BodyHere): PenUnit | undefined =>
  ambientes.value.find(({ id }) => id === ambiente)?.pen?.orgaos.find(({ id }) => id === orgao)
    ?.unidade;

type Address = Pick<PenUnit, 'repositorio' | 'numero'>;

const isSameUnit = (unit: Address, other: Address | undefined): boolean =>
  unit.repositorio === other?.repositorio && unit.numero === other.numero;

/** What came as it is taken in here: by the mappings of this body, under which type and in which unit. */
export const asTakenIn = async (
  body: BodyHere,
  received: ReceivedMetadata,
): Promise<{ received: ReceivedMetadata; tipo: string; unitName: string }> => {
  const { tipo, destinatario, unidadeReceptora } = received;
  const [settings, tables] = await Promise.all([readSettings(body), readTables(body.ambiente)]);
  const addressee = unidadeReceptora ?? destinatario;
  const own = unitHere(body);
  const unit = isSameUnit(addressee, own) ? own : settings.receivingUnit;
  return {
    received: inOurWords(received, tables, settings),
    tipo: receivedProcessType(tipo, settings),
    unitName: unit?.nome ?? (addressee.nome || addressee.numero),
  };
};
