import { computed, signal } from '@preact/signals';

/** The screens by their address after `#`; a hash works on every static host, also offline. */
export const SCREENS = [
  'inicio',
  'rascunhos',
  'fila',
  'entregas',
  'assinar',
  'processos',
  'layouts',
  'certificados',
  'ajustes',
] as const;

export type ScreenName = (typeof SCREENS)[number];

export interface Place {
  screen: ScreenName;
  /** What is opened on the screen, such as a draft's id. */
  id?: string;
}

const read = (): Place => {
  const [name, id] = location.hash.replace(/^#\/?/, '').split('/');
  const screen = SCREENS.find((known) => known === name) ?? 'inicio';
  return id ? { screen, id: decodeURIComponent(id) } : { screen };
};

const current = signal<Place>(read());
addEventListener('hashchange', () => {
  current.value = read();
});

export const place = computed(() => current.value);

export const hrefOf = ({ screen, id }: Place): string =>
  id ? `#/${screen}/${encodeURIComponent(id)}` : `#/${screen}`;

export const goTo = (to: Place): void => {
  location.hash = hrefOf(to);
};
