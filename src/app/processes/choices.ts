import { signal } from '@preact/signals';

interface Especie {
  codigo: number;
  nome: string;
}

interface Hypothesis {
  identificacao: number;
  nome: string;
  baseLegal: string;
}

export const species = signal<readonly Especie[]>([
  { codigo: 42, nome: 'Despacho' },
  { codigo: 88, nome: 'Ofício' },
  { codigo: 95, nome: 'Parecer' },
  { codigo: 125, nome: 'Requerimento' },
  { codigo: 999, nome: 'Outra' },
]);

export const hypotheses = signal<readonly Hypothesis[]>([]);
