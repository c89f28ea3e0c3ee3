/** What the platform calls the kind of a component. */
export type ContentKind = 'txt' | 'img' | 'aud' | 'vid' | 'out';

/** The MIME types the platform has names for; all others are `outro`, with the type beside it. */
const NAMED: ReadonlySet<string> = new Set([
  'application/pdf',
  ...['text', 'formula', 'spreadsheet', 'presentation'].map(
    (kind) => `application/vnd.oasis.opendocument.${kind}`,
  ),
  ...['xml', 'rtf', 'html', 'plain', 'csv'].map((kind) => `text/${kind}`),
  ...['gif', 'jpeg', 'png', 'svg+xml', 'tiff', 'bmp'].map((kind) => `image/${kind}`),
  ...['mp4', 'midi', 'ogg', 'vnd.wave'].map((kind) => `audio/${kind}`),
  ...['avi', 'mpeg', 'mp4', 'ogg', 'webm'].map((kind) => `video/${kind}`),
]);

/** Types that browsers call otherwise. */
const SYNONYMS: Readonly<Record<string, string>> = {
  'application/xml': 'text/xml',
  'application/rtf': 'text/rtf',
  'audio/wav': 'audio/vnd.wave',
  'audio/x-wav': 'audio/vnd.wave',
  'video/x-msvideo': 'video/avi',
  'image/jpg': 'image/jpeg',
};

/** For files of which the browser does not know the type. */
const BY_EXTENSION: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  odf: 'application/vnd.oasis.opendocument.formula',
  xml: 'text/xml',
  rtf: 'text/rtf',
  htm: 'text/html',
  html: 'text/html',
  txt: 'text/plain',
  csv: 'text/csv',
  bmp: 'image/bmp',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  avi: 'video/avi',
};

/** The type of a component as the platform names it. `dadosComplementares`: the type itself where it has no name for it. */
export interface ComponentType {
  mimeType: string;
  dadosComplementares?: string;
}

/** Of a file by what the browser says of it and by its name. */
export const componentType = ({ type, name }: { type: string; name: string }): ComponentType => {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const said = type.split(';')[0]?.trim().toLowerCase() ?? '';
  const known = SYNONYMS[said] ?? said;
  if (NAMED.has(known)) return { mimeType: known };
  const byName = BY_EXTENSION[extension];
  if (said === '' && byName) return { mimeType: byName };
  return { mimeType: 'outro', dadosComplementares: said || 'application/octet-stream' };
};

/** Whether the platform takes a component to be of this type. */
export const isNamedType = ({ mimeType, dadosComplementares }: ComponentType): boolean =>
  mimeType === 'outro' ? (dadosComplementares ?? '').trim() !== '' : NAMED.has(mimeType);

const KINDS: Readonly<Record<string, ContentKind>> = {
  ...{ application: 'txt', text: 'txt', image: 'img', audio: 'aud', video: 'vid' },
};

/** `tipoDeConteudo` of a type as the platform names it. */
export const contentKind = (mimeType: string): ContentKind =>
  KINDS[mimeType.split('/')[0] ?? ''] ?? 'out';
