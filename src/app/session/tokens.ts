import type { Ambiente } from '../../base/environment.ts';
import { err, type Result } from '../../base/result.ts';
import { isUsable, readToken, type Token, type TokenFault } from '../../protocol/recepcao/token.ts';
import { ambiente, token as shownToken } from '../state.ts';
import { clock } from '../stores.ts';
import { holderOf } from './login-way.ts';
import { chooseRepresentacao } from './remembered.ts';

// In memory only: a token is never stored.
const tokens = new Map<string, Token>();
const nameOf = (where: Ambiente, representacao: number) => `${holderOf(where)}/${representacao}`;

/** Keeps a token until it ends, is refused, or the window goes. */
export const keepToken = (where: Ambiente, token: Token): void => {
  tokens.set(nameOf(where, token.representacao), token);
  shownToken.value = token;
};

/** A token that may still be sent. */
export const usableToken = (where: Ambiente, representacao: number): Token | undefined => {
  const token = tokens.get(nameOf(where, representacao));
  return token && isUsable(token, clock.now()) ? token : undefined;
};

/** Takes a token that the person got elsewhere; from then on she works in the name it stands for. */
export const pasteToken = (value: string): Result<Token, TokenFault | 'no-ambiente'> => {
  const where = ambiente.value;
  if (!where) return err('no-ambiente');
  const read = readToken(value, clock.now(), { fresh: false });
  if (!read.ok) return read;
  keepToken(where, read.value);
  void chooseRepresentacao(read.value.representacao);
  return read;
};

/** The court refused it: it is not given again. One that was renewed meanwhile stays. */
export const dropToken = (where: Ambiente, token: Token): void => {
  const name = nameOf(where, token.representacao);
  if (tokens.get(name) === token) tokens.delete(name);
  if (shownToken.value === token) shownToken.value = undefined;
};
