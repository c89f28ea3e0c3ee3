/** By what a list is narrowed down, whatever it lists. */
export const filterText = {
  accounts: 'Prestação de contas',
  anyAccounts: 'Todas',
  layout: 'Layout',
  anyLayout: 'Todos',
  month: 'Mês de referência',
  anyMonth: 'Todos',
  year: 'Ano',
} as const;
