import type { JsonObject } from '../base/json.ts';
import type { RecordHead, Writings } from '../base/record.ts';

/** 1 público, 2 restrito, 3 sigiloso. */
export type SecrecyLevel = 1 | 2 | 3;

export type PersonKind = 'fisica' | 'juridica' | 'orgaopublico';

/** Who has an interest in a process. */
export interface Person {
  nome: string;
  tipo?: PersonKind;
  /** CPF, CNPJ or another number, at most 20 characters. */
  numeroDeIdentificacao?: string;
}

/** Who made a process or a document, and in which unit. */
export interface Producer extends Person {
  tipo: PersonKind;
  unidade?: { nome: string; tipo: PersonKind };
}

/**
 * An administrative process in the hands of one body. Whether it may be changed is not stored: `standingOf` tells it.
 * Instants of its own head are epoch ms UTC; `dataHora…` are ISO 8601 with offset, kept as first written.
 */
export interface Process extends RecordHead {
  /** Id of the body that holds it, as the environment names it. */
  orgao: string;
  /** As typed, opaque: byte for byte the same in every trâmite. */
  protocolo: string;
  /** Given by the platform at the first trâmite; 16 digits. */
  nre?: string;
  tipo: string;
  descricao: string;
  nivelDeSigilo: SecrecyLevel;
  /** Id in the platform's table. */
  hipoteseLegal?: number;
  interessados: Person[];
  produtor: Producer;
  dataHoraDeProducao: string;
  dataHoraDeRegistro: string;
  documents: ProcessDocument[];
  /** Of one that came from another body: the JSON text of its metadata as received, and the trâmite that brought it last. */
  received?: { metadata: string; idt: number };
  /** A person has looked at it since it came last. */
  openedAt?: number;
  /** The unit that holds it, where the body has several. */
  unitName?: string;
  /** Kept by the store. */
  writings?: Writings;
}

export interface ProcessDocument {
  id: string;
  /** From 1, without gaps; withdrawn ones count. */
  ordem: number;
  descricao: string;
  /** Withdrawn: it keeps its place, its files are not asked for. */
  retirado: boolean;
  nivelDeSigilo: SecrecyLevel;
  hipoteseLegal?: number;
  especie: { codigo: number; nomeNoProdutor: string };
  /** `written`: in the editor here. `file`: brought as a file. `received`: it came with the process. */
  origin: 'written' | 'file' | 'received';
  produtor: Producer;
  dataHoraDeProducao: string;
  dataHoraDeRegistro: string;
  /** It belongs to an attached process, of this number. */
  protocoloDoProcessoAnexado?: string;
  /** It is an annex of the document in this place. */
  ordemDoDocumentoReferenciado?: number;
  /** HTML as it is being written; becomes a component when signed. */
  draftHtml?: string;
  components: Component[];
  /** The wire object as received or first sent; what identifies the document goes out again as it stands here (0047). */
  wire?: JsonObject;
}

/** A file of a document ("componente digital"). Its bytes lie in the file store. */
export interface Component {
  /** From 1. */
  ordem: number;
  nome: string;
  /** Lower-case hexadecimal. */
  sha256: string;
  /** Bytes. */
  size: number;
  mimeType: string;
  dadosComplementares?: string;
  signatures: ComponentSignature[];
}

/** A detached signature (CMS, `.p7s`) over a component. */
export interface ComponentSignature {
  /** SHA-256 of the P7S, which lies in the file store; hexadecimal. */
  p7sSha256: string;
  /** Common name of the signer. */
  holder: string;
  /** Epoch ms UTC. */
  at: number;
}
