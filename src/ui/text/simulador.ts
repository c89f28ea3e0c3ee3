export const demoText = {
  title: 'Certificados para treinar',
  lead: 'Estes arquivos são do simulador: pessoas inventadas, sem nenhum valor. A senha é senha123.',
} as const;
