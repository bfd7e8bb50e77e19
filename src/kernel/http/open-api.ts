import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { Config } from '../config/config';
import { type Permission, open } from '../authz/permissions';
import { STREAMS } from './body';
import { signOf } from './door';

const PROBLEM = {
  type: 'object',
  description:
    'RFC 9457 problem. `code` is stable; `rule` is the id of the domain rule that refused, `basis` the law behind it 问题说明',
  required: ['type', 'title', 'status', 'code', 'detail', 'instance', 'traceId', 'errors'],
  properties: {
    type: { type: 'string', maxLength: 200 },
    title: { type: 'string', maxLength: 2000 },
    status: { type: 'integer', format: 'int32', minimum: 400, maximum: 599 },
    code: { type: 'string', maxLength: 100 },
    rule: { type: 'string', maxLength: 100 },
    basis: { type: 'string', maxLength: 500 },
    detail: { type: 'string', maxLength: 2000 },
    instance: { type: 'string', maxLength: 500 },
    traceId: { type: 'string', maxLength: 32 },
    errors: {
      type: 'array',
      maxItems: 1000,
      items: {
        type: 'object',
        required: ['pointer', 'code', 'detail'],
        properties: {
          pointer: { type: 'string', maxLength: 500 },
          code: { type: 'string', maxLength: 100 },
          detail: { type: 'string', maxLength: 1000 },
        },
      },
    },
    acts: {
      type: 'array',
      maxItems: 50,
      items: { type: 'string', maxLength: 100 },
      description: 'What is possible instead 可进行的操作',
    },
  },
} as const;

const RESPONSES: Record<number, string> = {
  400: 'The request cannot be read 请求无法读取',
  401: 'Not signed in, or with a token that is not good 未登录或令牌无效',
  403: 'Not allowed 无权操作',
  404: 'Nothing here that you may see 不存在或不可见',
  405: 'Wrong method 方法不被接受',
  409: 'Not from this state, or somebody was faster 状态冲突',
  412: 'Changed since it was read 已被修改',
  413: 'Too large 过大',
  415: 'Wrong media type 媒体类型有误',
  422: 'A field is wrong, or a rule of law refuses 字段有误或法律规则不允许',
  428: 'If-Match is missing 缺少 If-Match',
  429: 'Too many requests 请求过多',
  500: 'A defect 平台缺陷',
  503: 'Not available for a moment 暂不可用',
};

type Operation = {
  operationId: string;
  parameters?: { name: string; in: string }[];
  requestBody?: { required?: boolean; content: Record<string, { schema?: object; example?: unknown }> };
  responses: Record<string, object>;
  security?: object[];
};

/** The API document, made from the code alone. */
export function openApi(app: INestApplication): OpenAPIObject {
  const base = new DocumentBuilder()
    .setTitle('Tongban 通办')
    .setDescription(
      'Integrated government-service platform: one catalogue, one counter, one case number, statutory clocks 一体化政务服务平台',
    )
    .setVersion('1.0.0')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addServer('/')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, 'bearer')
    .addOAuth2({ type: 'oauth2', flows: flows() }, 'signIn')
    .build();
  const document = SwaggerModule.createDocument(app, base, { autoTagControllers: false });
  document.components!.schemas!.Problem = PROBLEM as never;
  for (const [path, item] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(item as Record<string, Operation>)) complete(path, method, operation);
  }
  return document;
}

function flows() {
  const at = { tokenUrl: '/oidc/token', scopes: { openid: 'who you are 身份', api: 'the platform 平台接口' } };
  return {
    authorizationCode: { authorizationUrl: '/oidc/auth', ...at },
    clientCredentials: { tokenUrl: '/oidc/token', scopes: { api: 'the platform 平台接口' } },
  };
}

/** Adds what every operation has: its key header, its examples, its refusals. */
function complete(path: string, method: string, operation: Operation): void {
  const sign = signOf(operation.operationId)!;
  const parameters = (operation.parameters ??= []);
  const writes = method !== 'get';
  if (method === 'post' && !sign.reads && !sign.keyed) parameters.push(KEY_HEADER);
  if (sign.purpose) parameters.push(PURPOSE_HEADER);
  if (sign.takes)
    operation.requestBody = {
      required: true,
      content: Object.fromEntries(sign.takes.map((type) => [type, { schema: bodyOf(type) }])),
    };
  const [first] = Object.values(operation.requestBody?.content ?? {});
  if (first && sign.sends) first.example = sign.sends;
  for (const parameter of parameters as { name: string; example?: unknown }[]) {
    if (sign.at?.[parameter.name] !== undefined) parameter.example = sign.at[parameter.name];
  }
  const access = accessTo(sign.to);
  operation.security = access === 'anybody' ? [] : [...(access === 'some' ? [{}] : []), { bearer: [] }, { signIn: ['api'] }];
  const conditional = parameters.some(({ name }) => name === 'If-Match');
  const codes = [
    400,
    401,
    ...(access === 'anybody' ? [] : [403]),
    ...(path.includes('{') ? [404] : []),
    405,
    ...(writes ? [409, 413, 415, 422] : []),
    ...(conditional ? [412, 428] : []),
    429,
    500,
    503,
  ];
  for (const code of codes) {
    operation.responses[code] ??= {
      description: RESPONSES[code],
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    };
  }
}

/** Whether it takes a token. Strangers may knock at a door that is shut to some who are signed in. */
function accessTo({ kinds }: Permission): 'anybody' | 'some' | 'signed-in' {
  if (!kinds.includes('nobody')) return 'signed-in';
  return open.kinds.every((kind) => kind === 'platform' || kinds.includes(kind)) ? 'anybody' : 'some';
}

const bodyOf = (type: string): object => ((STREAMS as readonly string[]).includes(type) ? ROWS : FILE);
const ROWS = { type: 'string', maxLength: 2 ** 30, description: 'Rows, read while they are being sent 数据流' };
const FILE = { type: 'string', format: 'binary', maxLength: 2 ** 30, description: 'The bytes of the file, as they are 文件内容' };

const KEY_HEADER = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'One per intended act; the same key and body get the stored answer again, for seven days 幂等键',
  // The console would not send an operation without it.
  example: 'a-fresh-key-for-each-act',
  schema: { type: 'string', minLength: 8, maxLength: 128 },
};

const PURPOSE_HEADER = {
  name: 'Purpose',
  in: 'header',
  required: false,
  description: 'What staff and systems read it for; the person concerned can see it in the access log 查阅目的',
  example: 'case-handling',
  schema: { type: 'string', maxLength: 128 },
};

/** The Swagger console at /docs and the document at /openapi.json, made when somebody asks first. */
export function serveConsole(app: INestApplication, config: Config): void {
  SwaggerModule.setup('docs', app, () => openApi(app), {
    jsonDocumentUrl: 'openapi.json',
    customSiteTitle: 'Tongban 通办',
    ui: config.demo,
    raw: ['json'],
    swaggerOptions: {
      persistAuthorization: true,
      initOAuth: { clientId: 'swagger-console', usePkceWithAuthorizationCodeGrant: true, scopes: ['openid', 'api'] },
      oauth2RedirectUrl: `${config.publicUrl}/docs/oauth2-redirect.html`,
      // Runs in the browser. A fresh key for each act sent from the console, unless somebody typed one; randomUUID needs https.
      requestInterceptor: (request: { headers: Record<string, string> }) => {
        if (request.headers['Idempotency-Key'] === 'a-fresh-key-for-each-act') {
          const random = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0'));
          request.headers['Idempotency-Key'] = random.join('');
        }
        return request;
      },
    },
  });
}
