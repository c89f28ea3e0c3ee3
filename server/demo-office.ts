import type { PenDemoPerson } from '../src/base/environment.ts';
import type { GatewayPen } from './gateway/pen/pen.ts';
import type { Sandbox } from './sandbox/sandbox.ts';

/** The password that the simulator tells everybody, and what `hashPassword` made of it, in few rounds. */
const PASSWORD = {
  text: 'senha123',
  kept: 'pbkdf2-sha256$1000$fW8B6uOqxYlCjdAAxSS/vw==$vJ56pB7+/K4+N87mFEpzsuZtRgvJqx6quTn0TS/AkG4=',
};

const PEOPLE: readonly (Omit<PenDemoPerson, 'senha'> & { nome: string })[] = [
  {
    usuario: 'protocolo',
    nome: 'Marlene Protocolo de Souza',
    orgao: 'prefeitura',
    papeis: ['enviar', 'receber', 'configurar'],
  },
  {
    usuario: 'expedicao',
    nome: 'Gilberto Expedição Ramos',
    orgao: 'ministerio',
    papeis: ['enviar', 'receber', 'configurar'],
  },
  { usuario: 'consulta', nome: 'Ivone Consulta Prado', orgao: 'prefeitura', papeis: [] },
];

/** Under which of its units the office of a body sends and receives. */
const OFFICES: readonly string[] = ['1001', '2002'];

/** The sandbox's Barramento, its bodies and the people to train with, as a gateway knows them. */
export const demoPen = ({ bodies }: Sandbox['pen'], servicos: string): GatewayPen => ({
  servicos,
  orgaos: bodies.flatMap(({ id, nome, unidades, identity }) =>
    unidades
      .filter(({ numero }) => OFFICES.includes(numero))
      .map((unidade) => ({
        id,
        nome,
        unidade,
        key: identity.key,
        certificates: identity.certificate,
        users: PEOPLE.filter(({ orgao }) => orgao === id).map((person) => ({
          ...person,
          senha: PASSWORD.kept,
        })),
      })),
  ),
  demo: PEOPLE.map(({ usuario, orgao, papeis }) => ({
    usuario,
    orgao,
    papeis,
    senha: PASSWORD.text,
  })),
});
