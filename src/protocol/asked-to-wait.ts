/** How long (ms) an answer without success asks to wait (`Retry-After`, RFC 9110 §10.2.3), where it does. */
export const askedToWait = (answer: object): { retryAfterMs?: number } =>
  'retryAfterMs' in answer && typeof answer.retryAfterMs === 'number'
    ? { retryAfterMs: answer.retryAfterMs }
    : {};
