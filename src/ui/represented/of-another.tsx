import { chooseRepresentacao } from '../../app/session/remembered.ts';
import { isOffered } from '../../app/session/represented.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { representedText as text } from '../text/representacao.ts';
import { nameOf } from './known.ts';

interface OfAnotherProps {
  what: keyof typeof text.ofAnother;
  representacao: number;
}

/** In place of something that belongs to another representação than the one in use, and was opened by its address. */
export const OfAnother = ({ what, representacao }: OfAnotherProps) => (
  <Notice tone="warning">
    <p>
      {text.ofAnother[what]} <strong>{nameOf(representacao)}</strong>.
    </p>
    {isOffered(representacao) !== false ? (
      <Button onClick={() => void chooseRepresentacao(representacao)}>{text.switchTo}</Button>
    ) : (
      <p>{text.notYours}</p>
    )}
  </Notice>
);
