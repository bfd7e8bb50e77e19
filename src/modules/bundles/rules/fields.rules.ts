import { type BundleDraft, type BundleRule, fieldOf, type Finding, repeated } from './finding.rules';

/** bundles/B2: every field that a member requires, always or in some situation, is filled: by the merged form, or by a result that flows. */
export const fieldCoverage: BundleRule = ({ content, offers }) => {
  const filled = filledFields(content);
  return content.members.flatMap(({ key: member }, index) => {
    const guide = offers.get(member)?.guide;
    const always = (guide?.form.required ?? []) as string[];
    const required = [...always, ...(guide?.formParts ?? []).flatMap((part) => part.required ?? [])];
    return required
      .filter((field) => !filled.includes(place(member, field)))
      .map((field): Finding => ({ code: 'field-uncovered', pointer: `/members/${index}`, values: { member, field } }));
  });
};

/** bundles/B1: fields of one meaning are asked for once, and each field is filled once. */
export const fieldMeaning: BundleRule = (bundle) => {
  const { fields } = bundle.content;
  const names = repeated(fields.map(({ name }) => name));
  return [
    ...names.map((field): Finding => ({ code: 'field-twice', pointer: '/fields', values: { member: '*', field } })),
    ...filledTwice(bundle),
    ...fields.flatMap((_, index) => [...unknownFields(bundle, index), ...differing(bundle, index)]),
  ];
};

function filledTwice({ content }: BundleDraft): Finding[] {
  return repeated(filledFields(content)).map((twice) => {
    const member = twice.slice(0, twice.indexOf(' '));
    return { code: 'field-twice', pointer: '/fields', values: { member, field: twice.slice(member.length + 1) } };
  });
}

function unknownFields({ content, offers }: BundleDraft, index: number): Finding[] {
  return content.fields[index]!.asks.flatMap(({ member, field }, ask) =>
    fieldOf(offers.get(member), field)
      ? []
      : [{ code: 'field-unknown', pointer: `/fields/${index}/asks/${ask}`, values: { member, field } }],
  );
}

function differing({ content, offers }: BundleDraft, index: number): Finding[] {
  const { name, asks } = content.fields[index]!;
  const types = asks.flatMap(({ member, field }) => fieldOf(offers.get(member), field)?.type ?? []);
  const differ = new Set(types.map((type) => JSON.stringify(type))).size > 1;
  return differ ? [{ code: 'fields-differ', pointer: `/fields/${index}`, values: { name } }] : [];
}

function filledFields({ fields, edges }: BundleDraft['content']): string[] {
  return [
    ...fields.flatMap(({ asks }) => asks.map(({ member, field }) => place(member, field))),
    ...edges.flatMap(({ to, numberFor = [] }) => numberFor.map((field) => place(to, field))),
  ];
}

const place = (member: string, field: string): string => `${member} ${field}`;
