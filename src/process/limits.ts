/** Most characters the platform takes (XSD of the Barramento). */
export const LONGEST = {
  protocolo: 50,
  descricao: 100,
  tipo: 100,
  nomeDePessoa: 150,
  numeroDeIdentificacao: 20,
  nomeDeArquivo: 255,
} as const;
