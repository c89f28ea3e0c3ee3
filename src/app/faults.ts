/** The closed unions of codes for which `src/ui/text` chooses sentences. */
export type { LoginFault } from '../protocol/recepcao/passaporte.ts';
export type { TokenFault } from '../protocol/recepcao/token.ts';
export type { SignatureFault } from '../signing/verification.ts';
export type { FolderFault } from './backup/folder.ts';
export type { RestoreFault } from './backup/restore.ts';
export type { FileFault } from './drafts/attach.ts';
export type { CreateFault } from './drafts/create-draft.ts';
export type { SaveState } from './drafts/draft-writer.ts';
export type { QueueFault } from './drafts/put-on-queue.ts';
export type { SigningFault } from './drafts/sign-files.ts';
export type { CertificateFault } from './key.ts';
export type { LayoutFault } from './layouts.ts';
export type { LoadTableFault } from './load-code-tables.ts';
export type { VerbFault } from './queue/verbs.ts';
export type { EvidenceFault } from './trust/fetch-evidence.ts';
export type { TrustFileFault } from './trust/import-trust-files.ts';
