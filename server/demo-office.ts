import type { PenDemoPerson } from '../src/base/environment.ts';
import type { GatewayPen } from './gateway/pen/pen.ts';
import type { Sandbox } from './sandbox/sandbox.ts';

/** What `hashPassword` made of the password that the simulator tells everybody. */
const PASSWORD = {
  text: 'senha123',
  kept: 'pbkdf2-sha256$600000$j52ig2LznOXP2i+F19y39w==$s8nTwIzAZ+bIK/uJcQ3A0ZtHs1kt4X2LGSNd/TUMC80=',
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
