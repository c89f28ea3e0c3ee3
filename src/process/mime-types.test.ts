import { expect, it } from 'vitest';
import { componentType, contentKind, isNamedType } from './mime-types.ts';

it.each([
  [{ type: 'application/pdf', name: 'a.pdf' }, 'application/pdf', 'txt'],
  [{ type: 'text/html; charset=utf-8', name: 'a.html' }, 'text/html', 'txt'],
  [{ type: '', name: 'Ata.ODT' }, 'application/vnd.oasis.opendocument.text', 'txt'],
  [{ type: 'image/png', name: 'a.png' }, 'image/png', 'img'],
  [{ type: 'audio/wav', name: 'a.wav' }, 'audio/vnd.wave', 'aud'],
  [{ type: 'video/x-msvideo', name: 'a.avi' }, 'video/avi', 'vid'],
])('names the type of %j as the platform does', (file, mimeType, kind) => {
  expect(componentType(file)).toEqual({ mimeType });
  expect(contentKind(mimeType)).toBe(kind);
});

it('keeps beside "outro" the type that the platform has no name for', () => {
  const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  expect(componentType({ type: docx, name: 'a.docx' })).toEqual({
    ...{ mimeType: 'outro', dadosComplementares: docx },
  });
  expect(componentType({ type: '', name: 'semextensao' })).toEqual({
    ...{ mimeType: 'outro', dadosComplementares: 'application/octet-stream' },
  });
  expect(contentKind('outro')).toBe('out');
});

it('does not take a type for named that the platform does not know, nor "outro" alone', () => {
  expect(isNamedType({ mimeType: 'application/zip' })).toBe(false);
  expect(isNamedType({ mimeType: 'outro' })).toBe(false);
  expect(isNamedType({ mimeType: 'outro', dadosComplementares: 'application/zip' })).toBe(true);
});
