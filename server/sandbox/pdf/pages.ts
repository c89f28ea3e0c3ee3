import { PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from '@cantoo/pdf-lib';
import type { Bytes } from '../../../src/base/bytes.ts';

const WIDTH = 595.28;
const HEIGHT = 841.89;
const MARGIN = 56;
const INNER = WIDTH - 2 * MARGIN;
const LEADING = 1.35;
const BODY_SIZE = 10;
const CELL_SIZE = 8.5;
const GREY = rgb(0.45, 0.45, 0.45);

/** One document being written from top to bottom of A4 pages; it turns pages by itself. */
export interface Pages {
  heading(text: string): void;
  paragraph(text: string): void;
  /** Rows of cells; `widths` are shares of the page's width, one each. */
  table(header: string[], rows: string[][], widths: number[]): void;
  /** The file; the footer stands on every page, before the page's number. */
  finish(footer: string): Promise<Bytes>;
}

/** Standard fonts know only Windows-1252 (ISO 32000-1 Annex D): other characters show as `?`. */
const plain = (font: PDFFont) => {
  const known = new Set(font.getCharacterSet());
  return (text: string) =>
    [...text.normalize('NFC').replace(/\s+/g, ' ')]
      .map((character) => (known.has(character.codePointAt(0) ?? 0) ? character : '?'))
      .join('');
};

/** Breaks a word that alone is wider than the line. */
const chop = (word: string, fits: (text: string) => boolean): string[] => {
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && !fits(piece + character)) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
};

const wrap = (text: string, fits: (text: string) => boolean): string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text
    .split(' ')
    .flatMap((whole) => (fits(whole) ? [whole] : chop(whole, fits)))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
};

/** Starts a document. `at` is its date, epoch ms. */
export const createPages = async (title: string, at: number): Promise<Pages> => {
  const document = await PDFDocument.create();
  document.setTitle(title);
  document.setLanguage('pt-BR');
  document.setCreationDate(new Date(at));
  document.setModificationDate(new Date(at));
  const regular = await document.embedFont(StandardFonts.Helvetica);
  const bold = await document.embedFont(StandardFonts.HelveticaBold);
  const toPlain = plain(regular);

  let page: PDFPage = document.addPage([WIDTH, HEIGHT]);
  let top = HEIGHT - MARGIN;

  const reserve = (height: number) => {
    if (top - height >= MARGIN) return;
    page = document.addPage([WIDTH, HEIGHT]);
    top = HEIGHT - MARGIN;
  };

  const linesOf = (text: string, font: PDFFont, size: number, width: number) =>
    wrap(toPlain(text), (line) => font.widthOfTextAtSize(line, size) <= width);

  const block = (text: string, font: PDFFont, size: number) => {
    for (const line of linesOf(text, font, size, INNER)) {
      reserve(size * LEADING);
      top -= size * LEADING;
      page.drawText(line, { x: MARGIN, y: top, size, font });
    }
    top -= size / 2;
  };

  const row = (cells: string[], widths: number[], font: PDFFont) => {
    const columns = cells.map((cell, index) =>
      linesOf(cell, font, CELL_SIZE, (widths[index] ?? 0) * INNER - 6),
    );
    const count = Math.max(...columns.map((column) => column.length));
    for (let line = 0; line < count; line++) {
      reserve(CELL_SIZE * LEADING);
      top -= CELL_SIZE * LEADING;
      let x = MARGIN;
      columns.forEach((column, index) => {
        page.drawText(column[line] ?? '', { x, y: top, size: CELL_SIZE, font });
        x += (widths[index] ?? 0) * INNER;
      });
    }
    top -= 3;
    page.drawLine({
      start: { x: MARGIN, y: top },
      end: { x: WIDTH - MARGIN, y: top },
      thickness: 0.4,
      color: GREY,
    });
  };

  return {
    heading: (text) => block(text, bold, 12),
    paragraph: (text) => block(text, regular, BODY_SIZE),
    table: (header, rows, widths) => {
      row(header, widths, bold);
      for (const cells of rows) row(cells, widths, regular);
      top -= BODY_SIZE;
    },
    finish: async (footer) => {
      const pages = document.getPages();
      pages.forEach((each, index) => {
        const text = `${toPlain(footer)} · ${index + 1}/${pages.length}`;
        each.drawText(text, { x: MARGIN, y: MARGIN / 2, size: 7.5, font: regular, color: GREY });
      });
      return new Uint8Array(await document.save());
    },
  };
};
