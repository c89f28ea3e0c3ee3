import { expect, test } from 'vitest';
import { latin1, packet } from '../../../test/support/pdfa.ts';
import { concat, utf8 } from '../../base/bytes.ts';
import { flavourIn } from './xmp.ts';

const NS = 'xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"';

test.each([
  ['attributes', `<rdf:Description ${NS} pdfaid:part="2" pdfaid:conformance="U"/>`],
  [
    'attributes with other quotes and spaces',
    `<rdf:Description ${NS}\n pdfaid:part = '2'\n pdfaid:conformance ='u'/>`,
  ],
  [
    'elements',
    `<rdf:Description ${NS}><pdfaid:part>2</pdfaid:part> <pdfaid:conformance> U </pdfaid:conformance></rdf:Description>`,
  ],
  [
    'another prefix',
    '<d xmlns:x.y="http://www.aiim.org/pdfa/ns/id/" x.y:part="2" x.y:conformance="U"/>',
  ],
])('the claim is read from %s', (_, description) => {
  expect(flavourIn(utf8(packet(description)))).toEqual({ part: 2, level: 'u' });
});

test('plain PDF/A-4 has no level', () => {
  expect(flavourIn(utf8(packet(`<d ${NS} pdfaid:part="4" pdfaid:rev="2020"/>`)))).toEqual({
    part: 4,
  });
});

test.each([
  ['the prefix of another namespace', '<d xmlns:pdfaid="http://example.org/" pdfaid:part="2"/>'],
  ['a part that does not exist', `<d ${NS} pdfaid:part="7"/>`],
  ['a comment', `<!-- <d ${NS} pdfaid:part="2"/> -->`],
  ['the description of a schema', `<d ${NS}><p:name>part</p:name></d>`],
])('%s claims nothing', (_, description) => {
  expect(flavourIn(utf8(packet(description)))).toBeUndefined();
});

test('UTF-16 is read, with its mark and without', () => {
  const text = packet(`<d ${NS} pdfaid:part="1" pdfaid:conformance="A"/>`);
  const big = latin1(Array.from(text, (character) => `\0${character}`).join(''));
  const little = latin1(Array.from(text, (character) => `${character}\0`).join(''));
  for (const xmp of [
    big,
    little,
    concat(Uint8Array.of(0xfe, 0xff), big),
    concat(Uint8Array.of(0xff, 0xfe), little),
  ])
    expect(flavourIn(xmp)).toEqual({ part: 1, level: 'a' });
});

test('a packet made to be slow is read at once', () => {
  const hostile = ['<!--', `xmlns:a`, ' pdfaid:part ', '<pdfaid:part '].map((each) =>
    each.repeat(100_000),
  );
  for (const text of hostile) expect(flavourIn(utf8(`${NS}${text}`))).toBeUndefined();
}, 2_000);
