import type { ButtonHTMLAttributes } from 'preact';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** One `primary` per screen; `quiet` for what is seldom needed. */
  look?: 'primary' | 'secondary' | 'quiet';
}

export const Button = ({ look = 'secondary', ...attributes }: ButtonProps) => (
  <button type="button" {...attributes} class={`button button-${look}`} />
);
