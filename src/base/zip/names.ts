import { fromUtf8 } from '../bytes.ts';

/** Code page 850 from 0x80 on: what the Windows of Brazil writes names in where they are not marked as UTF-8. */
const CP850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐' +
  '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

const isUtf8 = (bytes: Uint8Array): boolean => !fromUtf8(bytes).includes('\ufffd');

/** The name of a file in a ZIP (APPNOTE §4.4.17). Many programs write UTF-8 and do not mark it. */
export const nameOf = (bytes: Uint8Array): string =>
  isUtf8(bytes)
    ? fromUtf8(bytes)
    : Array.from(bytes, (byte) =>
        byte < 0x80 ? String.fromCharCode(byte) : (CP850[byte - 0x80] ?? ''),
      ).join('');
