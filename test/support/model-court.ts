import { isJsonObject, type JsonObject, parseJson } from '../../src/base/json.ts';

/** What goes wrong with one request. */
export type Fault =
  | 'none'
  | 'lost-before'
  | 'lost-after'
  | 'error-before'
  | 'error-after'
  | 'html'
  | 'truncated'
  /** Something else that calls itself a PDF. */
  | 'no-pdf'
  | 'token-refused'
  | 'never-sent';

interface ModelDelivery {
  id: number;
  recibo: string;
  jsonNode: JsonObject;
  statusEnvio: string;
}

/** A court in memory for random histories: only what matters for doing a thing once. */
export interface ModelCourt {
  http(request: Request): Promise<Response>;
  deliveries: Map<number, ModelDelivery>;
  /** POSTs and homologations the court applied. */
  applied: { posts: number; homologations: JsonObject[] };
  /** Requests that reached the court, as `METHOD path`. */
  received: string[];
  /** Whether it lists its deliveries. */
  lists: boolean;
  /** The fault of the next request. */
  nextFault: (request: Request) => Fault;
}

/** The PDF stands for the content: one signed for other content is refused. */
const pdfOf = ({ jsonNode }: ModelDelivery) => `%PDF-1.7 ${JSON.stringify(jsonNode)}`;

export const modelCourt = (): ModelCourt => {
  let uploads = 0;
  const court: ModelCourt = {
    deliveries: new Map(),
    applied: { posts: 0, homologations: [] },
    received: [],
    lists: false,
    nextFault: () => 'none',
    http: async (request) => {
      const fault = court.nextFault(request);
      if (fault === 'lost-before') throw new TypeError('connection refused');
      if (fault === 'never-sent') {
        const headers = { 'x-estafeta-gateway': 'upstream-unreachable' };
        return Response.json({ message: 'sem conexão' }, { status: 502, headers });
      }
      if (fault === 'error-before') return Response.json({ message: 'falha' }, { status: 500 });
      if (fault === 'token-refused') return Response.json({ message: 'token' }, { status: 401 });
      const answer = await apply(request);
      if (fault === 'lost-after') throw new TypeError('connection reset');
      if (fault === 'error-after') return Response.json({ message: 'falha' }, { status: 500 });
      if (fault === 'html') {
        return new Response('<html>', { headers: { 'content-type': 'text/html' } });
      }
      if (fault === 'no-pdf') {
        return new Response('nada', { headers: { 'content-type': 'application/pdf' } });
      }
      if (fault === 'truncated') {
        const text = await answer.text();
        return new Response(text.slice(0, text.length / 2), answer);
      }
      return answer;
    },
  };

  const apply = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    court.received.push(`${request.method} ${pathname}`);
    if (pathname === '/recepcao/arquivo/upload') {
      return Response.json({ arquivo: courtFileId(++uploads), signatarios: [] });
    }
    if (pathname.startsWith('/envio-manual/')) {
      const recibo = pathname.split('/').at(-1);
      const delivery = [...court.deliveries.values()].find((one) => one.recibo === recibo);
      if (!delivery) return Response.json({ message: 'não existe' }, { status: 404 });
      return new Response(pdfOf(delivery), { headers: { 'content-type': 'application/pdf' } });
    }
    const [, , , , , , idText, verb] = pathname.split('/');
    if (idText === undefined && request.method === 'GET') return listed();
    if (idText === undefined) return post(await request.text());
    const delivery = court.deliveries.get(Number(idText));
    if (!delivery) return Response.json({ message: 'não existe' }, { status: 404 });
    if (verb === 'homologar') return homologate(delivery, await request.formData());
    return shown(delivery);
  };

  const listed = (): Response =>
    court.lists
      ? Response.json({ arquivos: [...court.deliveries.values()].reverse() })
      : Response.json({ message: 'não existe' }, { status: 404 });

  const post = (text: string): Response => {
    const jsonNode = parseJson(text);
    if (!isJsonObject(jsonNode)) return Response.json({ message: 'json' }, { status: 400 });
    const id = court.deliveries.size + 1;
    const delivery = { id, recibo: `recibo-${id}`, jsonNode, statusEnvio: 'NAO_HOMOLOGADO' };
    court.deliveries.set(id, delivery);
    court.applied.posts++;
    return shown(delivery);
  };

  const homologate = async (delivery: ModelDelivery, form: FormData): Promise<Response> => {
    const file = form.get('arquivo');
    const signed = file instanceof Blob ? await file.text() : '';
    if (delivery.statusEnvio === 'HOMOLOGADO' || signed !== `${pdfOf(delivery)} assinado`) {
      return Response.json({ message: 'recusado' }, { status: 412 });
    }
    delivery.statusEnvio = 'HOMOLOGADO';
    court.applied.homologations.push(structuredClone(delivery.jsonNode));
    return shown(delivery);
  };

  const shown = (delivery: ModelDelivery): Response =>
    Response.json({
      arquivo: { ...delivery, ano: 2019, mes: 2 },
      mensagens: { advertencias: [], informacoes: [], erros: [] },
    });

  return court;
};

const courtFileId = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
