import type { Bytes } from '../../src/base/bytes.ts';

export const latin1 = (text: string): Bytes =>
  Uint8Array.from(text, (character) => character.charCodeAt(0));

export const stream = (data: string, dict = ''): string =>
  `<< ${dict} /Length ${data.length} >>\nstream\n${data}\nendstream`;

/** An XMP packet with one description. */
export const packet = (description: string): string =>
  `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${description}</rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;

const claim = (part: number, level: string): string =>
  packet(
    `<rdf:Description xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" pdfaid:part="${part}" pdfaid:conformance="${level}"/>`,
  );

interface Special {
  part?: number;
  level?: string;
  /** The XMP packet, where another claim is wanted than of `part` and `level`. */
  xmp?: string;
  header?: string;
  trailer?: string;
  catalog?: string;
  page?: string;
  /** Objects 5, 6, 7, … */
  objects?: string[];
  metadata?: string;
}

const ID = '/ID [<00> <00>]';

/**
 * A PDF of one empty page that claims to be PDF/A: catalog 1, page tree 2, page 3, metadata 4. Nothing in it
 * contradicts the claim, so that what a test adds is all that can.
 */
export const pdfa = ({
  part = 2,
  level = 'B',
  xmp = claim(part, level),
  header = `%PDF-${part === 4 ? '2.0' : '1.4'}\n%\xe2\xe3\xcf\xd3\n`,
  trailer = ID,
  catalog = '',
  page = '',
  objects = [],
  metadata = '',
}: Special = {}): Bytes => {
  let text = header;
  let table = '0000000000 65535 f \n';
  const all = [
    `<< /Type /Catalog /Pages 2 0 R /Metadata 4 0 R ${catalog} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] ${page} >>`,
    stream(xmp, `/Type /Metadata /Subtype /XML ${metadata}`),
    ...objects,
  ];
  all.forEach((body, i) => {
    table += `${String(text.length).padStart(10, '0')} 00000 n \n`;
    text += `${i + 1} 0 obj\n${body}\nendobj\n`;
  });
  const size = all.length + 1;
  const end = `trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${text.length}\n%%EOF\n`;
  return latin1(`${text}xref\n0 ${size}\n${table}${end}`);
};
