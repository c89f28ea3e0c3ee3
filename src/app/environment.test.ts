import { expect, it } from 'vitest';
import { readEnvironments } from './environment.ts';

const simulado = {
  id: 'simulado',
  tipo: 'simulado',
  nome: 'Simulador local',
  hosts: { recepcao: '/gateway/simulado', login: '/gateway/simulado/login' },
  anchors: ['-----BEGIN CERTIFICATE-----'],
};

it('reads what a gateway tells and what a build fixed', () => {
  expect(readEnvironments({ gateway: true, ambientes: [simulado] })).toEqual({
    gateway: true,
    ambientes: [simulado],
  });
  expect(readEnvironments({ gateway: false, ambientes: [] })).toEqual({
    gateway: false,
    ambientes: [],
  });
});

it('takes nothing for an environment that is none', () => {
  const broken = [
    'a page in place of JSON',
    { ambientes: simulado },
    { ambientes: [{ ...simulado, tipo: 'oficial' }] },
    { ambientes: [{ ...simulado, hosts: {} }] },
    { ambientes: [{ ...simulado, hosts: { recepcao: '', passaporte: 8443 } }] },
    { ambientes: [{ ...simulado, anchors: 'raiz' }] },
    { ambientes: [simulado, { ...simulado, id: 7 }] },
  ];
  for (const json of broken) expect(readEnvironments(json)).toBeUndefined();
});
