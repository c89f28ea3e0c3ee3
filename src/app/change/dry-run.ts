import { signal } from '@preact/signals';
import { canonicalJson } from '../../base/canonical-json.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { fieldOfRule } from '../../layout/reception-rules.ts';
import type { LayoutId } from '../../layout/types.ts';
import { type RuleError, readMessages } from '../../protocol/recepcao/messages.ts';
import type { Reply } from '../../protocol/recepcao/reply.ts';
import type { ReportEntry } from '../../validation/report.ts';
import { type AskFault, courtFor, faultOf } from '../deliveries/ask-court.ts';
import {
  type CourtMessage,
  type CourtReport,
  entriesIn,
  standsFor,
} from '../drafts/court-report.ts';
import type { DraftSession } from '../drafts/draft-session.ts';
import { withNumbers } from '../links/freeze-links.ts';
import { offered, onlyRepresentacao } from '../session/represented.ts';
import { ensureToken } from '../session/session.ts';
import { ambiente } from '../state.ts';
import { clock } from '../stores.ts';

/** What the court said of a draft without taking it: no delivery, and no promise of one. */
export interface DryRun extends CourtReport {
  /** Epoch ms UTC. */
  at: number;
  /** Files that it does not know only because they are not sent yet; no objection counts them. */
  unsent: number;
  /** Whether it came as far as its rules; it does only where it has nothing against the form and the files. */
  rulesSeen: boolean;
  /** What it says besides, which keeps nothing from being taken. */
  remarks: CourtMessage[];
}

export type DryRunFault =
  | AskFault
  /** The environment does not say where the court does that. */
  | 'no-address'
  /** There are several to choose from. */
  | 'no-representacao'
  /** It refers to a delivery of which the court has given no number yet. */
  | 'number-to-come'
  /** The address is no such thing at this court. */
  | 'not-there';

/** The last ones of this window, by draft. */
export const dryRuns = signal<ReadonlyMap<string, DryRun>>(new Map());

/** What the court had against a draft the last time; `undefined` where it had nothing, or was not asked. */
export const objectionsTo = (draftId: string): DryRun | undefined => {
  const said = dryRuns.value.get(draftId);
  return said && said.entries.length + said.messages.length > 0 ? said : undefined;
};

/** Whether this environment says where the court validates without taking. */
export const canDryRun = (): boolean => ambiente.value?.validar !== undefined;

/** Longest that a person waits for it (ms). */
const PATIENCE_MS = 60_000;

/** Asks the court what it has against a draft as it is now. Its data go there, its files do not. */
export const dryRun = async (
  { draft, payload, attachments }: Pick<DraftSession, 'draft' | 'payload' | 'attachments'>,
  inNameOf: number | undefined,
): Promise<Result<DryRun, DryRunFault>> => {
  const where = ambiente.value;
  if (where?.validar === undefined) return err('no-address');
  const asked = payload.value;
  const place = { ambiente: draft.value.ambiente, representacao: inNameOf };
  const sent = await withNumbers(asked, place);
  if (sent === undefined) return err('number-to-come');
  const until = AbortSignal.timeout(PATIENCE_MS);
  // Whom the holder may stand for may not have been asked yet.
  if (inNameOf === undefined) await ensureToken(where, undefined, until);
  const representacao = inNameOf ?? onlyRepresentacao();
  if (representacao === undefined) {
    return err(offered.value.length > 0 ? 'no-representacao' : 'no-token');
  }
  const court = await courtFor({ ambiente: where.id, representacao }, until);
  if (!court.ok) return court;
  const reply = await court.value.validate(draft.value, canonicalJson(sent), until);
  if (!reply) return err('no-address');
  const said = reading(reply, draft.value);
  if (!said.ok) return said;
  const isUnsent = (entry: ReportEntry): boolean =>
    entry.level === 'error' &&
    entry.keyword === 'format' &&
    entry.attribute === 'arquivo-ged' &&
    attachments.value.has(entry.value);
  const entries = said.value.entries.filter((entry) => !isUnsent(entry));
  const told: DryRun = {
    ...said.value,
    entries,
    unsent: said.value.entries.length - entries.length,
    rulesSeen: said.value.entries.length === 0,
    at: clock.now(),
    stillStands: standsFor(asked),
  };
  dryRuns.value = new Map(dryRuns.value).set(draft.value.id, told);
  return ok(told);
};

type Said = Pick<DryRun, 'entries' | 'messages' | 'remarks'>;

/** What the answer says of the data; its success and its refusals have the same parts. */
const reading = (reply: Reply, layout: LayoutId): Result<Said, DryRunFault> => {
  const sentence = ({ regra, mensagem }: RuleError): CourtMessage => ({
    regra,
    mensagem,
    pointer: fieldOfRule(layout, regra),
  });
  switch (reply.kind) {
    case 'success': {
      const said = readMessages(reply.json);
      if (!said) return err('not-there');
      const remarks = [...said.advertencias, ...said.informacoes].map(sentence);
      return ok({ entries: [], messages: said.erros.map(sentence), remarks });
    }
    case 'schema-errors':
      return ok({ entries: entriesIn(reply.entries), messages: [], remarks: [] });
    case 'rule-errors':
      return ok({ entries: [], messages: reply.erros.map(sentence), remarks: [] });
    case 'problem':
      return err('not-there');
    default:
      return err(faultOf(reply));
  }
};
