import type { ConsultFault, Service } from '../../app/public/consult.ts';
import { counted } from './units.ts';

export const consultText = {
  title: 'Consulta pública',
  lead: 'O que o tribunal publica de cada município, sem certificado nem senha: quem representa cada unidade e que legislação foi entregue.',
  settings: 'Ajustes',
  municipality: 'Município de Goiás',
  chooseMunicipality: 'Escolha, ou digite o código',
  code: 'Código do IBGE',
  codeHelp: '7 algarismos.',
  codeHelpDemo:
    '7 algarismos. O simulador só conhece o município inventado Serra do Sabiá, 5299995.',
  notACode: 'Este não é um código de município: são 7 algarismos, e o último confere os outros.',
  noAmbiente: 'Nenhum ambiente de envio está configurado.',
  ask: 'Consultar',
  asking: 'Consultando…',
  ofMunicipality: (name: string) => `Município: ${name}`,
  toldAt: (time: string) => `O que o tribunal respondeu em ${time}, guardado neste computador.`,
  never: 'Ainda sem resposta guardada.',
  search: 'Procurar no que foi respondido',
  searchHelp: 'Por nome, cargo, unidade, número ou assunto.',
  nothingFound: 'Nada encontrado com este texto.',
  none: 'O tribunal respondeu que não há nada.',
  names: {
    representacoes: 'Quem representa cada unidade',
    legislacoes: 'Legislação entregue',
    unidades: 'Unidades',
    adimplencia: 'Adimplência',
  } satisfies Record<Service, string>,
  placeUnknown:
    'O tribunal diz que este serviço existe, mas não em que endereço. Quem instalou o Estafeta pode informá-lo na configuração.',
  shapeUnknown:
    'A forma desta resposta não está documentada: aparece como veio, e pode haver mais do que se mostra.',
  columns: { person: 'Pessoa', office: 'Cargo', unit: 'Unidade', time: 'De – até' },
  openEnd: 'sem data de fim',
  unknownDate: 'data não informada',
  ended: (count: number) => `Encerradas (${count})`,
  norm: (number: string, year: string) => `Número ${number}/${year}`,
  kind: (kind: string, detail: string) =>
    [kind && `tipo ${kind}`, detail && `detalhamento ${detail}`].filter(Boolean).join(', '),
  sent: (day: string) => `entregue em ${day}`,
  openText: 'Abrir o texto no site do tribunal',
  openTextOf: (norm: string) => `Abrir o texto no site do tribunal: ${norm}`,
  count: (count: number) => counted(count, 'norma', 'normas'),
  status: {
    HOMOLOGADO: 'homologada',
    NAO_HOMOLOGADO: 'ainda não homologada: não conta como entregue',
  } as Record<string, string>,
} as const;

export const CONSULT_FAULTS: Record<ConsultFault, string> = {
  'no-answer': 'O tribunal não respondeu agora.',
  'service-unavailable': 'O serviço do tribunal está fora do ar agora.',
  'not-found': 'O tribunal não conhece este município neste serviço.',
  'not-the-service': 'A resposta não é a que este serviço dá. Nada dela foi guardado.',
  'no-gateway':
    'Este navegador não pode perguntar sozinho: o tribunal só responde a programas, não a páginas. A consulta precisa do servidor do Estafeta, com o endereço destes serviços configurado.',
  'place-unknown': consultText.placeUnknown,
};

/** The request for an account in the court's TESTES environment. */
export const requestText = {
  title: 'Pedir cadastro no ambiente TESTES',
  lead: 'O tribunal cadastra quem desenvolve ou treina no ambiente TESTES a pedido, por um chamado no Ticket. O modelo que ele publicava se perdeu: o texto abaixo é nosso. Confira, copie e cole no chamado.',
  name: 'Nome',
  cpf: 'CPF',
  unit: 'Unidade',
  municipality: 'Município',
  email: 'E-mail para a resposta',
  emailHelp: 'Sem ele o texto fica incompleto: o tribunal não tem para onde responder.',
  subjectLabel: 'Título',
  bodyLabel: 'Descrição',
  copy: 'Copiar',
  copyOf: (what: string) => `Copiar: ${what}`,
  copied: 'Copiado.',
  notCopied: 'O navegador não deixou copiar: selecione o texto e copie.',
  subject: 'Solicitação de cadastro no ambiente TESTES (Passaporte e Colare)',
} as const;

/** What the request is filled with; empty texts stand as a gap to be filled in. */
export interface Applicant {
  name: string;
  cpf: string;
  unit: string;
  municipality: string;
  email: string;
}

const orGap = (text: string): string => text.trim() || '________';

/** The words of the request. */
export const requestBody = ({ name, cpf, unit, municipality, email }: Applicant): string =>
  [
    'Solicito o cadastro de usuário e de representação no ambiente TESTES da plataforma Colare (testes), para testes de integração do envio de dados pela Recepção.',
    '',
    `Nome: ${orGap(name)}`,
    `CPF: ${orGap(cpf)}`,
    `Unidade: ${orGap(unit)}`,
    `Município: ${orGap(municipality)}`,
    `E-mail: ${orGap(email)}`,
    '',
    'O acesso será feito com certificado digital ICP-Brasil (e-CPF) da pessoa acima. Peço que o código da representação seja informado neste chamado.',
  ].join('\n');
