import type { Bytes } from '../../base/bytes.ts';
import type { PdfDocument } from '../../pdf/document.ts';
import { Lexer, type Token } from '../../pdf/lexer.ts';
import {
  isDict,
  isStream,
  type PdfDict,
  type PdfStream,
  type PdfTarget,
} from '../../pdf/objects.ts';
import { PdfRefusal } from '../../pdf/refusal.ts';
import { type Budget, decodeStream } from '../../pdf/stream-data.ts';
import { type Device, deviceOf, inlineDevice } from './colour.ts';
import { nameAt } from './entries.ts';

/** What the content streams of a document use. */
export interface ContentUse {
  /** Fonts whose glyphs are shown; text in rendering mode 3 is not (scanned pages with recognised text). */
  fonts: Set<PdfDict>;
  devices: Set<Device>;
  /** An image inside a content stream is packed with LZW. */
  lzw: boolean;
}

/** What reading content may still cost: inflated bytes, and tokens. */
export interface Work {
  budget: Budget;
  tokens: number;
}

interface TextState {
  font: PdfDict | undefined;
  invisible: boolean;
}

const INVISIBLE = 3;
const DEEPEST_FORM = 20;
const OPERATOR_DEVICES: Record<string, Device> = {
  rg: 'rgb',
  RG: 'rgb',
  g: 'gray',
  G: 'gray',
  k: 'cmyk',
  K: 'cmyk',
};
const SHOWS_TEXT = new Set(['Tj', 'TJ', "'", '"']);

/** Reads content streams (ISO 32000-1 §7.8) for what they use, each form once, as far as `work` goes. */
export class ContentReader {
  readonly use: ContentUse = { fonts: new Set(), devices: new Set(), lzw: false };
  readonly #document: PdfDocument;
  readonly #work: Work;
  readonly #seen = new Set<PdfTarget>();

  constructor(document: PdfDocument, work: Work) {
    this.#document = document;
    this.#work = work;
  }

  /** Content that cannot be read says nothing of what it uses. */
  async read(streams: readonly PdfStream[], resources: PdfDict): Promise<void> {
    await this.#readAll(streams, resources, { font: undefined, invisible: false }, 0);
  }

  async #readAll(
    streams: readonly PdfStream[],
    resources: PdfDict,
    state: TextState,
    depth: number,
  ): Promise<void> {
    let current = state;
    try {
      for (const stream of streams) {
        const content = await decodeStream(stream, this.#work.budget);
        current = await this.#scan(content, resources, current, depth);
      }
    } catch (error) {
      if (!(error instanceof PdfRefusal)) throw error;
    }
  }

  async #scan(
    content: Bytes,
    resources: PdfDict,
    initial: TextState,
    depth: number,
  ): Promise<TextState> {
    const lexer = new Lexer(content, 0);
    const saved: TextState[] = [];
    let state = initial;
    let name = '';
    let number = 0;
    for (let token = lexer.next(); token.kind !== 'end'; token = lexer.next()) {
      if (this.#work.tokens-- <= 0) return state;
      if (token.kind === 'name') name = token.name;
      if (token.kind === 'number') number = token.value;
      if (token.kind !== 'keyword') continue;
      if (token.text === 'q') saved.push(state);
      else if (token.text === 'Q') state = saved.pop() ?? state;
      else if (token.text === 'Tr') state = { ...state, invisible: number === INVISIBLE };
      else if (token.text === 'Tf')
        state = { ...state, font: await this.#resource(resources, 'Font', name) };
      else if (token.text === 'BI') this.#inlineImage(lexer);
      else await this.#operator(token.text, name, resources, state, depth);
    }
    return state;
  }

  async #operator(
    operator: string,
    name: string,
    resources: PdfDict,
    state: TextState,
    depth: number,
  ): Promise<void> {
    const device = OPERATOR_DEVICES[operator];
    if (device) await this.#addDevice(device, resources);
    else if (SHOWS_TEXT.has(operator)) {
      if (state.font && !state.invisible) this.use.fonts.add(state.font);
    } else if (operator === 'cs' || operator === 'CS') {
      await this.#addColourSpace({ kind: 'name', name }, resources);
    } else if (operator === 'sh') {
      const shading = await this.#resource(resources, 'Shading', name);
      await this.#addColourSpace(shading?.entries.get('ColorSpace') ?? null, resources);
    } else if (operator === 'Do') await this.#paint(name, resources, state, depth);
  }

  async #paint(name: string, resources: PdfDict, state: TextState, depth: number): Promise<void> {
    const xObjects = await this.#document.resolve(resources.entries.get('XObject'));
    const object = isDict(xObjects)
      ? await this.#document.resolve(xObjects.entries.get(name))
      : null;
    if (!isStream(object) || this.#seen.has(object) || depth > DEEPEST_FORM) return;
    this.#seen.add(object);
    const { entries } = object.dict;
    if ((await nameAt(this.#document, object.dict, 'Subtype')) === 'Image')
      return this.#addColourSpace(entries.get('ColorSpace') ?? null, resources);
    const own = await this.#document.resolve(entries.get('Resources'));
    await this.#readAll([object], isDict(own) ? own : resources, state, depth + 1);
  }

  async #resource(resources: PdfDict, kind: string, name: string): Promise<PdfDict | undefined> {
    const all = await this.#document.resolve(resources.entries.get(kind));
    const found = isDict(all) ? await this.#document.resolve(all.entries.get(name)) : null;
    if (isStream(found)) return found.dict;
    return isDict(found) ? found : undefined;
  }

  async #addColourSpace(space: PdfTarget, resources: PdfDict): Promise<void> {
    const device = await deviceOf(this.#document, space, resources);
    if (device) await this.#addDevice(device, resources);
  }

  /** A default colour space takes the device's place (ISO 32000-1 §8.6.5.6). */
  async #addDevice(device: Device, resources: PdfDict): Promise<void> {
    const spaces = await this.#document.resolve(resources.entries.get('ColorSpace'));
    const standIn = { rgb: 'DefaultRGB', cmyk: 'DefaultCMYK', gray: 'DefaultGray' }[device];
    if (!isDict(spaces) || !spaces.entries.has(standIn)) this.use.devices.add(device);
  }

  /** `BI … ID data EI` (ISO 32000-1 §8.9.7). */
  #inlineImage(lexer: Lexer): void {
    let key = '';
    for (let token = lexer.next(); !isKeyword(token, 'ID'); token = lexer.next()) {
      if (token.kind === 'end') return;
      if (token.kind !== 'name') continue;
      const device = key === 'CS' || key === 'ColorSpace' ? inlineDevice(token.name) : undefined;
      if (device) this.use.devices.add(device);
      if (token.name === 'LZW' || token.name === 'LZWDecode') this.use.lzw = true;
      key = token.name;
    }
    lexer.position = endOfInlineImage(lexer.bytes, lexer.position);
  }
}

const isKeyword = (token: Token, text: string): boolean =>
  token.kind === 'keyword' && token.text === text;

const isWhite = (byte: number | undefined): boolean =>
  byte === undefined || byte === 32 || byte === 10 || byte === 13 || byte === 9 || byte === 0;

/** The first `EI` between white space; inside the data of an image that is improbable, and costs only this stream. */
const endOfInlineImage = (bytes: Bytes, from: number): number => {
  for (let at = from + 1; at < bytes.length; at++) {
    if (bytes[at] !== 0x45 || bytes[at + 1] !== 0x49) continue;
    if (isWhite(bytes[at - 1]) && isWhite(bytes[at + 2])) return at + 2;
  }
  return bytes.length;
};
