import { expect, it } from 'vitest';
import { isWrongKind, reasonMember } from './delivery-kind.ts';

it('wants an initial delivery where there is none yet, and none where one is altered', () => {
  const alter = { kind: 'alter' } as const;
  expect(isWrongKind({ codTipoEnvio: 1 }, undefined)).toBe(false);
  expect(isWrongKind({ codTipoEnvio: 2 }, undefined)).toBe(true);
  expect(isWrongKind({ codTipoEnvio: 3 }, { kind: 'rectify' })).toBe(true);
  expect(isWrongKind({ codTipoEnvio: 3 }, alter)).toBe(false);
  expect(isWrongKind({ codTipoEnvio: 1 }, alter)).toBe(true);
  expect(isWrongKind({}, alter)).toBe(false);
});

it('knows where a layout wants the reason of a change', () => {
  expect(reasonMember(['codTipoEnvio', 'motivoAtualizacaoCorrecao'])).toBe(
    'motivoAtualizacaoCorrecao',
  );
  expect(reasonMember(['codTipoEnvio', 'motivoRetificacao'])).toBe('motivoRetificacao');
  // RETIFICAHOMOLOG has a reason of its own, and no kind of delivery.
  expect(reasonMember(['codTipoRetificacao', 'motivoRetificacao'])).toBeUndefined();
});
