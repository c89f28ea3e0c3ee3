import type { DossierRecord } from './types.ts';

/** Of what worth a delivery is by its environment. */
const WORTH: Record<string, string> = {
  simulado: 'SIMULADO: treino em simulador. Este dossiê não prova entrega nenhuma.',
  testes: 'TESTES: ambiente de testes do tribunal. Esta entrega não tem valor.',
};

const line = (name: string, value: string | number): string => `${name}: ${value}`;

/** `LEIA-ME.txt`: a text of the dossier, not of the app, and so of the format, like the names of its files. */
export const leiaMe = (record: DossierRecord): string => {
  const { ambiente, spc, slp, mes, ano, court, state } = record;
  const worth = WORTH[ambiente.tipo];
  return [
    'DOSSIÊ DE ENTREGA AO TCMGO, feito pelo Estafeta',
    ...(worth ? ['', worth] : []),
    ...(state === 'done' ? [] : ['', 'INACABADO: o envio ainda não tinha terminado.']),
    '',
    line('Ambiente', `${ambiente.nome} (${ambiente.tipo})`),
    line('Layout', `${spc} / ${slp}`),
    line('Mês de referência', `${String(mes).padStart(2, '0')}/${ano}`),
    ...(court ? [line('Recibo', court.recibo), line('Número no tribunal', court.id)] : []),
    '',
    'COMO CONFERIR',
    '1. No Estafeta: Entregas, "Conferir dossiê", e escolha este ZIP, sem descompactar.',
    '2. Sem o Estafeta e sem internet: abra index.html no navegador e solte o ZIP na página.',
    'Nos dois casos, compare a raiz mostrada com a que está impressa no recibo. Sem essa comparação',
    'não se sabe se o ZIP, com a página que está nele, foi trocado por inteiro.',
    'Não compacte de novo: o ZIP confere byte por byte.',
    '',
    'O QUE HÁ AQUI',
    'manifesto.json              cada arquivo com tamanho e SHA-256; o SHA-256 do manifesto é a raiz',
    'recibo.json                 o que o tribunal respondeu, e quando foi lido',
    'envio/dados-enviados.json   os bytes exatos que foram enviados',
    'envio/congelado.json        o que foi posto na fila, antes dos números dados pelo tribunal',
    'envio/registro.jsonl        o registro do envio, uma linha por fato, cada uma presa à anterior',
    'envio/layout.json           o layout usado',
    'arquivos-enviados/          os arquivos como foram enviados',
    'arquivos-escolhidos/        os mesmos antes de assinar, quando outros',
    'homologacao/                o PDF do tribunal e o assinado',
    '',
    'Horários em milissegundos desde 01/01/1970 UTC; JSON na forma canônica (RFC 8785).',
    'Registro: hash = SHA-256(hash anterior + linha sem "hash"); o primeiro segue o SHA-256 de congelado.json.',
    '',
  ].join('\r\n');
};
