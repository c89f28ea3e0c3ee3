import type {
  CertificateFault,
  CreateFault,
  FileFault,
  LayoutFault,
  LoginFault,
  QueueFault,
  SaveState,
  SignatureFault,
  SigningFault,
  TokenFault,
} from '../../app/faults.ts';
import { STORAGE_FULL } from './armazenamento.ts';
import { ATTACHMENT_FAULTS } from './attachment.ts';
import { LINK_FAULTS } from './ligacoes.ts';
import { CHANGE_FAULTS } from './mudar-entrega.ts';

export const SIGNATURE_FAULTS: Record<SignatureFault, string> = {
  'not-signed-data':
    'O arquivo não é uma assinatura P7S inteira. Ele pode ter sido cortado ao copiar.',
  detached:
    'Este P7S traz só a assinatura, sem o documento dentro. O tribunal recusa esse tipo. Assine de novo, aqui mesmo ou com a opção de incluir (“anexar”) o conteúdo.',
  'no-signature': 'O arquivo não tem nenhuma assinatura.',
  'digest-mismatch': 'O conteúdo foi mudado depois de assinado. A assinatura não vale mais.',
  'signature-mismatch': 'A assinatura não corresponde ao certificado que está no arquivo.',
  'attributes-invalid':
    'A assinatura está malfeita: o que ela diz de si não combina com o arquivo.',
  'weak-algorithm': 'A assinatura usa um método antigo, que não é mais aceito. Assine de novo.',
  'unsupported-algorithm': 'A assinatura usa um método que este programa não conhece.',
  'signer-certificate-missing': 'O certificado de quem assinou não está no arquivo.',
  'chain-incomplete':
    'Não foi possível ligar o certificado de quem assinou a uma autoridade conhecida deste ambiente.',
  'chain-untrusted':
    'O certificado de quem assinou não vem de uma autoridade aceita neste ambiente.',
  'certificate-expired': 'O certificado já tinha vencido quando o arquivo foi assinado.',
  'certificate-not-yet-valid': 'O certificado ainda não valia quando o arquivo foi assinado.',
  'certificate-not-for-signing': 'O certificado usado não serve para assinar documentos.',
  'pdf-broken': 'O PDF está com a estrutura danificada. Gere o PDF de novo.',
  'pdf-encrypted': 'O PDF está protegido por senha. Gere um PDF sem proteção.',
  'pdf-not-fully-covered': 'O PDF foi mudado depois da última assinatura.',
};

export const FILE_FAULTS: Record<FileFault, string> = {
  ...ATTACHMENT_FAULTS,
  ...SIGNATURE_FAULTS,
  'storage-full': STORAGE_FULL,
  'place-gone':
    'Os itens mudaram enquanto o arquivo era conferido, e ele não foi anexado. Escolha o arquivo de novo.',
};

export const CERTIFICATE_FAULTS: Record<CertificateFault, string> = {
  'wrong-password':
    'A senha não confere. Veja se a tecla Caps Lock está ligada e digite de novo, com atenção a maiúsculas, acentos e às últimas letras.',
  'wrong-passphrase':
    'A frase secreta não confere. Digite de novo, com atenção a maiúsculas, acentos e espaços.',
  truncated:
    'O arquivo do certificado está incompleto, como acontece quando uma cópia é interrompida. Copie-o de novo do lugar de origem.',
  'not-a-pfx':
    'Este arquivo não é um certificado com chave (.pfx ou .p12). Escolha o arquivo que a certificadora entregou.',
  'is-certificate':
    'Este arquivo tem só o certificado público (.cer ou .crt), sem a chave que assina. Escolha o arquivo .pfx ou .p12.',
  'is-signed-data':
    'Este arquivo é um P7B ou P7S: traz certificados ou assinaturas, mas não a chave que assina. Escolha o arquivo .pfx ou .p12.',
  'is-pem-key':
    'Este arquivo é uma chave em texto (PEM), sem proteção por senha do jeito que o Estafeta abre. Peça a quem o gerou o mesmo certificado em .pfx ou .p12.',
  'is-pdf':
    'Este arquivo é um PDF, não um certificado. Escolha o arquivo .pfx ou .p12 que a certificadora entregou.',
  'no-key':
    'Este arquivo só tem o certificado público, sem a chave que assina. Ao exportar, marque a opção de incluir a chave privada, ou peça o arquivo completo (.pfx ou .p12).',
  'no-certificate':
    'O arquivo tem uma chave, mas nenhum certificado que pertença a ela. Peça o arquivo completo (.pfx ou .p12).',
  'unsupported-algorithm':
    'O arquivo usa uma proteção que este programa não conhece. Exporte o certificado de novo pelo Windows, com a opção padrão.',
  'too-many-rounds':
    'O arquivo pede um cálculo longo demais para abrir (mais de 5 milhões de voltas). Exporte o certificado de novo.',
  expired: 'Este certificado está vencido e não pode mais assinar. É preciso emitir um novo.',
  'not-yet-valid':
    'Este certificado ainda não começou a valer. Confira também a data do computador.',
  'not-for-signing':
    'Este certificado não serve para assinar documentos: ele foi emitido para outro uso (um site, uma autoridade, um carimbo do tempo). Escolha o e-CPF ou e-CNPJ de quem assina.',
  'storage-full': STORAGE_FULL,
  unreadable:
    'Não foi possível ler o arquivo do certificado. Ele pode ter sido movido, ou o pen drive retirado. Escolha-o de novo.',
  stopped: 'A abertura do certificado foi interrompida. Nada ficou guardado. Abra de novo.',
};

export const SIGNING_FAULTS: Record<SigningFault, string> = {
  ...ATTACHMENT_FAULTS,
  'not-a-pdf': 'O arquivo não é um PDF. Escolha assinar como P7S.',
  'pdf-broken':
    'O PDF está com a estrutura danificada e não aceita assinatura dentro dele. Abra-o, imprima-o em um PDF novo e assine o novo, ou assine este como P7S.',
  'pdf-encrypted': 'O PDF está protegido e não aceita assinatura dentro dele. Assine como P7S.',
  'pdf-locked':
    'O PDF foi fechado por uma assinatura anterior e não aceita outra. Assine como P7S.',
  'storage-full': STORAGE_FULL,
  'file-missing': 'O arquivo não está mais guardado neste navegador. Anexe-o de novo.',
  locked:
    'O certificado foi bloqueado enquanto assinava. Nenhum arquivo ficou assinado pela metade. Abra o certificado e assine de novo.',
};

export const LAYOUT_FAULTS: Record<LayoutFault, string> = {
  'not-found': 'O tribunal não tem este layout para o mês e o ano escolhidos.',
  'no-answer':
    'O tribunal não respondeu. Sem internet, só os layouts já guardados podem ser usados.',
  'not-a-schema': 'O que veio no lugar do layout não é um layout. Tente de novo mais tarde.',
};

export const CREATE_FAULTS: Record<CreateFault, string> = {
  ...LAYOUT_FAULTS,
  'no-ambiente': 'Nenhum ambiente de envio está configurado.',
  'storage-full': STORAGE_FULL,
  'stale-revision': 'Outra janela mudou isto ao mesmo tempo. Tente de novo.',
};

export const QUEUE_FAULTS: Record<QueueFault, string> = {
  ...CHANGE_FAULTS,
  'no-ambiente': 'Nenhum ambiente de envio está configurado.',
  'not-saved': 'As últimas mudanças ainda não foram guardadas neste computador.',
  'changed-meanwhile': 'O rascunho mudou enquanto era conferido. Tente de novo.',
  'has-errors': 'Ainda há erros a corrigir.',
  'verdicts-differ':
    'As duas conferências do rascunho não concordam. Não envie assim: avise o suporte.',
  'file-missing': 'Um dos arquivos não está mais guardado neste navegador. Anexe-o de novo.',
  'not-signed': 'Há arquivos sem assinatura.',
  'already-queued': 'Este rascunho já está na fila de envio.',
  'sample-layout':
    'O rascunho foi feito com o layout de exemplo. Busque o layout do tribunal em “Layouts” antes de enviar.',
  'storage-full': STORAGE_FULL,
  'stale-revision': 'Outra janela mudou isto ao mesmo tempo. Tente de novo.',
  ...LINK_FAULTS,
};

export const LOGIN_FAULTS: Record<LoginFault, string> = {
  'no-answer':
    'O Passaporte não respondeu. Pode ser falta de internet ou, no certificado do navegador, nenhum certificado escolhido.',
  'server-unavailable': 'O Passaporte está fora do ar. O envio tenta de novo sozinho.',
  'not-the-server':
    'Quem respondeu não foi o Passaporte (pode ser a página de entrada da rede). Abra o navegador e confira a internet.',
  'certificate-refused': 'O Passaporte não aceitou este certificado.',
  'keys-not-taken':
    'O servidor do Estafeta está em outra máquina e não recebe certificados. Use outra forma de entrar, em “Ajustes”.',
  'expired-on-arrival':
    'O acesso já chegou vencido: a data ou a hora deste computador deve estar errada. Acerte o relógio.',
};

export const TOKEN_FAULTS: Record<TokenFault | 'no-ambiente', string> = {
  'not-a-token': 'O texto colado não é um acesso (token) do Passaporte. Copie-o inteiro.',
  expired: 'Este acesso já venceu. Pegue um novo no Passaporte.',
  'no-ambiente': 'Nenhum ambiente de envio está configurado.',
};

export const SAVE_STATES: Record<SaveState, string> = {
  saved: 'Tudo guardado neste computador',
  saving: 'Guardando…',
  'storage-full': 'Não guardado: sem espaço. O que você digitou continua na tela.',
  'not-kept':
    'Não guardado: o navegador não deixou gravar agora. O que você digitou continua na tela, e o Estafeta tenta de novo sozinho.',
  'stale-revision':
    'Não guardado: outra janela mudou este rascunho. Copie o que digitou e abra o rascunho de novo.',
};
