/** The payload that colare-doc sends to LIC/REG_LICITACAO. */
export const documentedPayload = {
  detalhamentoLc123: {
    regulamentouParticipExclusivaMEEPP: true,
    artigoRegulamentouParticipExclusivaMEEPP: '25',
    valorLimiteRegParticipExclusivaMEEPP: 50000,
    regulamentouProcSubContratacaoMEEPP: true,
    artigoProcSubContratacaoMEEPP: '26',
    percentualSubContratacaoMEEPP: 5.5,
    regulamentouCriteriosEmpenhoPagamentoMEEPP: false,
    regulamentouPercObjetoContratacaoMEEPP: false,
  },
  codTipoRegulamentacao: 1,
  existeRegulamentacaoMunicipal: true,
  numeroDecretoMunicipal: '659',
  dataDecretoMunicipal: '2019-01-01',
  dataPublicacao: '2019-01-02',
  codTipoEnvio: 1,
  idDocumentoPDF: '29f5882c-1188-4be6-9d16-b56d959e3518',
};
