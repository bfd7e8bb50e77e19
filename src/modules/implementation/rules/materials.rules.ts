import type { Material } from '../../catalog/catalog.facade';
import type { Finding, FindingCode, ListRule } from './finding.rules';

/** implementation/I6 and I7: what a material must say. */
export const materials: ListRule = ({ content: { materials = [] } }) =>
  materials.flatMap((material, index): Finding[] => {
    const found = (wrong: boolean, code: FindingCode, field: string): Finding[] =>
      wrong ? [{ code, pointer: `/materials/${index}/${field}`, values: { name: material.name } }] : [];
    return [
      ...found(materials.findIndex(({ code }) => code === material.code) !== index, 'material-twice', 'code'),
      ...found(!material.legalBasis, 'material-without-basis', 'legalBasis'),
      ...found(!material.form, 'material-without-form', 'form'),
      ...found(material.necessity === 'conditional' && !material.condition, 'material-without-condition', 'condition'),
      ...found(needsCertificate(material), 'certificate-unnamed', 'replaceableBy'),
    ];
  });

/** implementation/I7: what government has issued it does not ask for again, as soon as there is an e-certificate of it. */
const needsCertificate = ({ source, replaceableBy, noCertificateReason }: Material): boolean =>
  source === 'government' && !replaceableBy.certificateType && !noCertificateReason;
