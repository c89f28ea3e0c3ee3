/** A clause of the invented edital: its title and its paragraphs. */
export interface Clause {
  title: string;
  paragraphs: string[];
}

export const EDITAL_TITLE = 'EDITAL DE PREGÃO ELETRÔNICO Nº 012/2026';

export const CLAUSES: readonly Clause[] = [
  {
    title: '1. Do objeto',
    paragraphs: [
      '1.1. O Município de Serra do Sabiá, por meio da Secretaria Municipal de Educação, torna pública a abertura de procedimento para registrar preços de material de expediente, de limpeza e de cozinha, destinado às escolas, às creches e aos demais prédios da administração, pelo período de doze meses.',
      '1.2. As quantidades do Anexo I são estimativas. O Município não se obriga a comprar a totalidade delas e fará os pedidos conforme a necessidade de cada unidade e a disponibilidade orçamentária.',
      '1.3. Cada item será julgado separadamente, pelo menor preço unitário, vedada a oferta de quantidade inferior à metade da prevista para o item.',
    ],
  },
  {
    title: '2. De quem pode participar',
    paragraphs: [
      '2.1. Podem participar os fornecedores cujo ramo de atividade seja compatível com o objeto e que estejam credenciados na plataforma eletrônica até uma hora antes da abertura da sessão.',
      '2.2. Os itens de valor total estimado em até oitenta mil reais destinam-se exclusivamente a microempresas e empresas de pequeno porte. Nos demais, haverá cota reservada de vinte e cinco por cento do quantitativo.',
      '2.3. Não participam empresas suspensas ou impedidas de contratar com o Município, em processo de dissolução, ou que tenham entre seus sócios servidor lotado na unidade que conduz o procedimento.',
    ],
  },
  {
    title: '3. Da proposta',
    paragraphs: [
      '3.1. A proposta será enviada pela plataforma, com preço unitário e total de cada item, marca, modelo e prazo de validade não inferior a sessenta dias, contados da data da sessão.',
      '3.2. Nos preços devem estar incluídos tributos, embalagens, frete até o almoxarifado central, descarga e todas as demais despesas. Não se aceitará cobrança posterior a nenhum título.',
      '3.3. Havendo divergência entre o valor por extenso e o valor em algarismos, vale o primeiro; entre o unitário e o total, vale o unitário.',
    ],
  },
  {
    title: '4. Da sessão e dos lances',
    paragraphs: [
      '4.1. Na data e na hora marcadas, o pregoeiro abrirá a sessão e divulgará as propostas, sem revelar quem as fez. Os lances serão dados em modo aberto, com prorrogação automática de dois minutos a cada novo lance no período final.',
      '4.2. Encerrada a etapa, o pregoeiro negociará com o primeiro colocado. A negociação ficará registrada no sistema e poderá ser acompanhada por todos os participantes.',
      '4.3. Se a conexão do pregoeiro cair por mais de dez minutos, a sessão será suspensa e retomada depois de novo aviso, com antecedência de vinte e quatro horas.',
    ],
  },
  {
    title: '5. Da habilitação',
    paragraphs: [
      '5.1. O vencedor de cada item apresentará, em até duas horas, os documentos de habilitação jurídica, fiscal, social e trabalhista, bem como atestado de fornecimento anterior de material semelhante.',
      '5.2. A microempresa ou empresa de pequeno porte com alguma restrição fiscal terá cinco dias úteis, prorrogáveis por igual período, para regularizar a situação.',
      '5.3. Documentos assinados com certificado digital dispensam autenticação. Os emitidos pela internet serão conferidos nos endereços dos órgãos que os emitem.',
    ],
  },
  {
    title: '6. Dos recursos',
    paragraphs: [
      '6.1. Declarado o vencedor, qualquer participante poderá manifestar, em até trinta minutos, a intenção de recorrer, indicando os motivos. As razões serão enviadas em três dias úteis.',
      '6.2. O recurso suspende a adjudicação apenas do item a que se refere. A decisão caberá à autoridade competente, em até dez dias úteis, e será publicada no diário oficial.',
    ],
  },
  {
    title: '7. Da ata e da entrega',
    paragraphs: [
      '7.1. A ata de registro de preços será assinada eletronicamente em até cinco dias úteis da convocação. Quem não a assinar sem motivo justo perde o direito e responde pelas sanções do item 9.',
      '7.2. O material será entregue em até quinze dias corridos do recebimento da ordem de fornecimento, de segunda a sexta-feira, das oito às onze e das treze às dezesseis horas, na Rua das Acácias, nº 40.',
      '7.3. O recebimento será provisório, para conferência, e definitivo em até cinco dias úteis. Material em desacordo com a especificação será devolvido por conta do fornecedor.',
    ],
  },
  {
    title: '8. Do pagamento',
    paragraphs: [
      '8.1. O pagamento será feito em até trinta dias do recebimento definitivo, por crédito em conta do fornecedor, mediante nota fiscal eletrônica e prova de regularidade.',
      '8.2. Os preços podem ser revistos, para mais ou para menos, quando fato superveniente alterar o equilíbrio da ata, e serão corrigidos anualmente pela variação do índice oficial de preços ao consumidor.',
      '8.3. As despesas correrão pelas dotações próprias do orçamento vigente, elemento de despesa 3.3.90.30 - material de consumo.',
    ],
  },
  {
    title: '9. Das sanções',
    paragraphs: [
      '9.1. Atraso injustificado sujeita o fornecedor a multa de meio por cento ao dia sobre o valor em atraso, até o limite de dez por cento. A inexecução total ou parcial sujeita-o a multa de até vinte por cento e ao impedimento de contratar com o Município por até três anos.',
      '9.2. Nenhuma sanção será aplicada sem que o fornecedor tenha quinze dias úteis para se defender.',
    ],
  },
  {
    title: '10. Das disposições finais',
    paragraphs: [
      '10.1. Pedidos de esclarecimento e impugnações serão recebidos pela plataforma até três dias úteis antes da sessão e respondidos em dois dias úteis.',
      '10.2. Este edital é um documento de demonstração. O município, as pessoas, os preços e os prazos foram inventados e nada nele tem valor.',
    ],
  },
];

/** What the items of Anexo I are made of: product, unit and a reference price in centavos. */
export const PRODUCTS: readonly [name: string, unit: string, centavos: number][] = [
  ['Papel sulfite branco A4, 75 g/m²', 'resma', 2890],
  ['Caneta esferográfica de ponta média', 'unidade', 142],
  ['Lápis grafite nº 2, corpo sextavado', 'unidade', 87],
  ['Caderno brochura de 96 folhas', 'unidade', 735],
  ['Cola branca lavável, 90 g', 'frasco', 318],
  ['Tesoura escolar sem ponta', 'unidade', 459],
  ['Pasta suspensa com visor e etiqueta', 'unidade', 364],
  ['Grampeador de mesa para 25 folhas', 'unidade', 2475],
  ['Detergente neutro, 500 ml', 'frasco', 269],
  ['Água sanitária, 5 litros', 'galão', 1384],
  ['Saco para lixo reforçado, 100 litros', 'pacote', 4129],
  ['Pano de chão alvejado, 60 × 80 cm', 'unidade', 612],
  ['Sabonete líquido com fragrância suave', 'galão', 2350],
  ['Vassoura de pelo sintético com cabo', 'unidade', 1745],
  ['Copo descartável de 200 ml', 'caixa', 9890],
  ['Panela de alumínio com tampa, 20 litros', 'unidade', 18960],
  ['Prato fundo de vidro temperado', 'unidade', 987],
  ['Colher de sopa de aço inoxidável', 'unidade', 431],
];

export const UNITS_SERVED: readonly string[] = [
  'Escola Municipal Cora das Flores',
  'Escola Municipal Rio Claro',
  'Creche Municipal Passo Miúdo',
  'Biblioteca Pública',
  'Almoxarifado central',
  'Centro de Convivência',
];
