import { platform } from '../../src/kernel/authz/actor';
import { type BundleContent, type BundleDocument, BundlesFacade } from '../../src/modules/bundles/bundles.facade';
import type { GuideContent } from '../../src/modules/implementation/implementation.facade';
import { person, staff, type Somebody } from './actors';
import { statement } from './given-case';
import { type GivenGuide, givenGuide } from './given-guide';
import { givenLicenceType } from './given-licence-type';
import { givenOrganization } from './given-organization';
import type { World } from './world';

export const MEMBERS = ['birth', 'household', 'insurance', 'guidance'] as const;
export type MemberKey = (typeof MEMBERS)[number];
export type NewbornGuides = Record<MemberKey, GivenGuide>;

type Materials = NonNullable<GuideContent['materials']>;

const text = (title: string) => ({ type: 'string', minLength: 1, maxLength: 100, title });
const day = (title: string) => ({ type: 'string', format: 'date', title });
const form = (properties: object, required: string[]) => ({ type: 'object', properties, required, additionalProperties: false });

function material(code: string, name: string, certificateType?: string): Materials[number] {
  const kind = { necessity: 'required' as const, source: certificateType ? ('government' as const) : ('applicant' as const) };
  const paper = { medium: 'either' as const, document: 'original' as const, originals: 1, copies: 0 };
  const legalBasis = '《示例出生登记办法》第五条';
  return { code, name, ...kind, replaceableBy: certificateType ? { certificateType } : {}, form: paper, legalBasis };
}

/** 新生儿出生 (domain-facts: 卫健 leads, with 公安 and 医保): the birth certificate first, then household registration, then insurance. */
export async function givenNewbornGuides(w: Pick<World, 'get'>): Promise<NewbornGuides> {
  const name = '出生医学证明';
  const properties = { childName: { type: 'string' }, bornOn: { type: 'string' } };
  const metadata = { type: 'object', properties, additionalProperties: false };
  const { typeCode } = await givenLicenceType(w, { name, metadata, selectivelyDisclosable: [], oneValidPerHolder: false });
  const [health, police, insurer] = [
    await givenOrganization(w, { name: '示例区卫生健康委员会' }),
    await givenOrganization(w, { name: '示例区公安局' }),
    await givenOrganization(w, { name: '示例区医疗保障局' }),
  ];
  const offered = (organization: typeof health, days: number, overrides: Partial<GuideContent>) =>
    givenGuide(w, {
      organization,
      item: { itemType: '07', audiences: ['1'] },
      overrides: { audiences: ['1'], promisedLimit: { days, unit: 'working-day' }, ...overrides },
    });
  return {
    birth: await offered(health, 1, {
      name: '出生医学证明首次签发',
      form: form({ childName: text('姓名'), bornOn: day('出生日期'), motherName: text('母亲姓名') }, ['childName', 'bornOn']),
      materials: [material('M01', '首次签发登记表')],
      result: { kind: 'licence', name, certificateType: typeCode, fields: ['childName', 'bornOn'] },
    }),
    household: await offered(police, 3, {
      name: '出生登记',
      form: form(
        {
          ...{ newbornName: text('新生儿姓名'), birthday: day('出生日期'), address: text('落户地址') },
          birthCertificateNumber: text('出生医学证明编号'),
        },
        ['newbornName', 'birthday', 'birthCertificateNumber'],
      ),
      materials: [material('M01', name, typeCode), material('M02', '结婚证')],
    }),
    insurance: await offered(insurer, 1, {
      name: '城乡居民参保登记',
      form: form({ insuredName: text('参保人姓名') }, ['insuredName']),
      materials: [material('M01', name, typeCode), material('M02', '结婚证')],
    }),
    guidance: await offered(health, 2, {
      name: '科学育儿指导服务登记',
      form: form({ babyName: text('婴儿姓名') }, ['babyName']),
      materials: [],
    }),
  };
}

export function newbornContent(guides: NewbornGuides, more: Partial<BundleContent> = {}): BundleContent {
  const asks = (fields: Partial<Record<MemberKey, string>>) =>
    Object.entries(fields).map(([member, field]) => ({ member, field }));
  return {
    ...{ theme: '新生儿出生', name: '新生儿出生“一件事”', promisedDays: 5 },
    members: MEMBERS.map((key) => ({ key, code: guides[key].variantCode })),
    fields: [
      {
        ...{ name: 'childName', title: '新生儿姓名' },
        asks: asks({ birth: 'childName', household: 'newbornName', insurance: 'insuredName', guidance: 'babyName' }),
      },
      { name: 'bornOn', title: '出生日期', asks: asks({ birth: 'bornOn', household: 'birthday' }) },
      { name: 'motherName', title: '母亲姓名', asks: asks({ birth: 'motherName' }) },
      { name: 'address', title: '落户地址', asks: asks({ household: 'address' }) },
    ],
    materials: [
      { code: 'A01', name: '首次签发登记表', asks: [{ member: 'birth', material: 'M01' }] },
      {
        ...{ code: 'A02', name: '结婚证' },
        asks: ['household', 'insurance'].map((member) => ({ member, material: 'M02' })),
      },
    ],
    edges: [
      { from: 'birth', to: 'household', after: 'granted', certificateFor: ['M01'], numberFor: ['birthCertificateNumber'] },
      { from: 'birth', to: 'insurance', after: 'granted', certificateFor: ['M01'] },
      { from: 'household', to: 'insurance', after: 'completed' },
    ],
    ...more,
  };
}

export interface GivenBundle {
  code: string;
  guides: NewbornGuides;
  document: BundleDocument;
}

let serial = 0;
export const newBundleCode = (): string => `650102PCN${String(++serial).padStart(4, '0')}`;

/** A published bundle, led by the organ that issues birth certificates. */
export async function givenBundle(w: Pick<World, 'get'>, more: Partial<BundleContent> = {}): Promise<GivenBundle> {
  const guides = await givenNewbornGuides(w);
  const code = newBundleCode();
  const bundle = { code, leadOrganizationId: guides.birth.organization.id, ...newbornContent(guides, more) };
  return { code, guides, document: await w.get(BundlesFacade).publish(platform('test'), bundle) };
}

/** The body of `POST /v1/journeys` for this bundle, complete unless told otherwise. */
export const newbornApplication = ({ code }: Pick<GivenBundle, 'code'>, more: object = {}) => ({
  ...{ code, channel: 'online', resultsMayFlow: true },
  form: { childName: '示例宝宝', bornOn: '2025-06-30', motherName: '示例母亲', address: '示例路 1 号' },
  materials: [statement('A01'), statement('A02')],
  ...more,
});

export interface JourneyBody {
  id: string;
  state: string;
  journeyNumber: string;
  acts: string[];
  members: (Record<'key' | 'state', string> & Partial<Record<'reason' | 'problem' | 'caseId' | 'caseNumber', string>>)[];
}

export interface GivenJourney {
  id: string;
  bundle: GivenBundle;
  applicant: Somebody;
  /** Heads of the members' organizations: they receive, decide and deliver. */
  heads: Record<MemberKey, Somebody>;
}

/** A journey that somebody has begun over the API. */
export async function givenJourney(w: World, bundle?: GivenBundle): Promise<GivenJourney> {
  const given = bundle ?? (await givenBundle(w));
  const applicant = await person(w);
  const { body, status } = await applicant.agent.post('/v1/journeys', newbornApplication(given));
  if (status !== 201) throw new Error(`journey: ${JSON.stringify(body)}`);
  await w.settle();
  const head = (key: MemberKey) => staff(w, { role: 'department-head', unit: given.guides[key].organization.id });
  const heads = {
    ...{ birth: await head('birth'), household: await head('household') },
    ...{ insurance: await head('insurance'), guidance: await head('guidance') },
  };
  return { id: (body as JourneyBody).id, bundle: given, applicant, heads };
}

export async function journeyOf({ id, applicant }: Pick<GivenJourney, 'id' | 'applicant'>): Promise<JourneyBody> {
  const { body } = await applicant.agent.get(`/v1/journeys/${id}`).expect(200);
  return body as JourneyBody;
}

/** How the members of a journey stand: `state` or `state: reason`, by key. */
export async function standing(journey: Pick<GivenJourney, 'id' | 'applicant'>): Promise<Record<string, string>> {
  const { members } = await journeyOf(journey);
  return Object.fromEntries(members.map(({ key, state, reason }) => [key, reason ? `${state}: ${reason}` : state]));
}

const ACTS = {
  accept: ['acceptance', {}],
  grant: ['decision', { granted: true }],
  deny: ['decision', { granted: false, reasons: ['不符合条件'] }],
  deliver: ['delivery', { method: 'window' }],
  refuse: ['refusal', { kind: 'refused', reasons: ['不符合受理条件'] }],
  terminate: ['termination', { reasons: ['申请人未配合'], basis: '《示例条例》第七条' }],
} as const;

/** The organization acts on a member's case; then the journey hears of it. */
export async function handle(w: World, journey: GivenJourney, key: MemberKey, ...acts: (keyof typeof ACTS)[]): Promise<void> {
  const { caseId } = (await journeyOf(journey)).members.find((member) => member.key === key)!;
  for (const act of acts) {
    const [path, sent] = ACTS[act];
    const { body, status } = await journey.heads[key].agent.post(`/v1/cases/${caseId}/${path}`, sent);
    if (status > 299) throw new Error(`${key} ${act}: ${JSON.stringify(body)}`);
  }
  await w.settle();
}
