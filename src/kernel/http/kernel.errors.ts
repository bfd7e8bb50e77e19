import { problems } from './problem';

export const refuse = problems('kernel', {
  unreadable: { status: 400, en: 'The request cannot be read: {reason}', zh: '请求无法读取：{reason}' },
  'bad-query': {
    status: 400,
    en: 'A query parameter or header is not allowed or has a wrong value',
    zh: '查询参数或请求头不被允许或取值有误',
  },
  'bad-cursor': { status: 400, en: 'The cursor was not made by this list', zh: '游标不是本列表产生的' },
  'idempotency-key-missing': {
    status: 400,
    en: 'Send an Idempotency-Key header of 8 to 128 visible ASCII characters',
    zh: '请提供 8 至 128 个可见 ASCII 字符的 Idempotency-Key 请求头',
  },
  'purpose-missing': {
    status: 400,
    rule: 'identity/P10',
    en: "Reading a person's data needs a Purpose header",
    zh: '查阅个人数据须提供 Purpose 请求头',
  },
  'not-signed-in': {
    status: 401,
    en: 'Sign in first: the token is missing, expired or not for this platform',
    zh: '请先登录：令牌缺失、过期或不属于本平台',
  },
  'not-allowed': { status: 403, en: 'You may not do this', zh: '您无权进行此操作' },
  'not-found': { status: 404, en: 'There is nothing here that you may see', zh: '此处没有您可以查看的内容' },
  'wrong-method': { status: 405, en: 'This address does not take {method}', zh: '此地址不接受 {method} 方法' },
  'not-possible-now': {
    status: 409,
    en: 'This is not possible from the present state ({state})',
    zh: '当前状态（{state}）下不能进行此操作',
  },
  'changed-meanwhile': {
    status: 409,
    en: 'Somebody else changed this at the same moment; read it again',
    zh: '同一时刻已被他人修改，请重新读取',
  },
  'already-exists': { status: 409, en: 'This exists already', zh: '该内容已经存在' },
  'refers-to-nothing': {
    status: 422,
    en: 'Something that the request refers to does not exist',
    zh: '请求所引用的内容不存在',
  },
  'clock-at-end': {
    status: 422,
    en: 'The clock of the demo is not turned beyond the year 2099',
    zh: '演示时钟不得超过 2099 年',
  },
  busy: { status: 409, en: 'Somebody else is working on this right now; try again', zh: '正被他人处理，请稍后重试' },
  stale: {
    status: 412,
    en: 'The document has changed since you read it (now version {version})',
    zh: '您读取之后该文档已被修改（当前版本 {version}）',
  },
  'too-large': { status: 413, en: 'The body is larger than allowed', zh: '请求体超过允许的大小' },
  'wrong-media-type': { status: 415, en: 'Send {types}', zh: '请使用 {types}' },
  'file-empty': { status: 422, rule: 'acceptance/A8', en: 'The file is empty', zh: '文件为空' },
  'file-type-differs': {
    status: 422,
    rule: 'acceptance/A8',
    en: 'The content is {found}, not {declared}',
    zh: '文件内容为 {found}，与声明的 {declared} 不符',
  },
  'image-too-large': {
    status: 422,
    rule: 'acceptance/A8',
    en: 'The image has {width} x {height} pixels, more than 40 million',
    zh: '图像为 {width} x {height} 像素，超过四千万像素',
  },
  'file-unsound': {
    status: 422,
    rule: 'acceptance/A8',
    en: 'This is no sound {type}: damaged, at once an archive, or an archive that would unpack to too much or outside of itself',
    zh: '文件不是完好的 {type}：已损坏、混有压缩包，或压缩包解压后过大或越出自身目录',
  },
  invalid: { status: 422, en: 'Some fields are wrong', zh: '部分字段有误' },
  'unsound-line': {
    status: 422,
    en: 'The file cannot be read at line {line}: {reason}',
    zh: '文件第 {line} 行无法读取：{reason}',
  },
  'no-rows': { status: 422, en: 'The file has no rows', zh: '文件中没有数据行' },
  'idempotency-key-reused': {
    status: 422,
    en: 'This Idempotency-Key was used for another request',
    zh: '该 Idempotency-Key 已用于另一请求',
  },
  'if-match-missing': { status: 428, en: 'Send If-Match with the ETag you last read', zh: '请在 If-Match 中提供上次读取的 ETag' },
  'too-many': { status: 429, en: 'Too many requests; try again later', zh: '请求过于频繁，请稍后再试' },
  internal: { status: 500, en: 'The platform failed; the trace id leads to the cause', zh: '平台出错，可凭追踪号查询原因' },
  unavailable: { status: 503, en: 'The platform is not available for a moment', zh: '平台暂时不可用' },
});
