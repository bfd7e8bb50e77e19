import { readFlow } from './flow.rules';

const names = (text: string) => readFlow(text).map(({ name }) => name);

test.each([
  ['1.申请；2.受理；3.审核；4.办结。', ['受理', '审查', '办结']],
  ['按照受理--初审--审核--审批--办结五环节进行。', ['受理', '初审', '审查', '审批', '办结']],
  ['1.申请；2.受理；3.审查；决定（作出审批决定）；5.告知', ['受理', '审查', '办结']],
  ['申请、受理、审核、登簿', ['受理', '审查', '办结']],
  ['详见流程图', []],
])('implementation/I4: %s names the steps %j', (text, steps) => expect(names(text)).toEqual(steps));
