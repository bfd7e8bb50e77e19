import { kindOf, namesProvision, restsOn } from './legal-basis.rules';

describe('a legal basis', () => {
  it.each([
    ['《中华人民共和国行政许可法》第四十二条', true],
    ['《公共场所卫生管理条例》（国务院令第714号）第8条', true],
    ['《公共场所卫生管理条例》', false],
    ['按有关规定', false],
  ])('implementation/I5: %s names a provision: %s', (text, expected) => expect(namesProvision(text)).toBe(expected));

  it.each([
    ['《中华人民共和国出境入境管理法》第三条', 'law'],
    ['《不动产登记暂行条例》（国务院令第777号）第三条', 'administrative-regulation'],
    ['《护照签发办法》（公安部令第96号）第二条', 'rule'],
    ['《关于调整收费标准的通知》（示例〔2019〕914号）', 'normative-document'],
    ['《示例管理条例》第三条', undefined],
    ['没有书名号', undefined],
  ])('implementation/I12: %s has the rank %s', (text, kind) => expect(kindOf(text)).toBe(kind));

  it('implementation/I5: a notice is no law, whatever rank it is given', () => {
    expect(restsOn(['law'], '《关于收费的通知》第五条', 'law')).toBe(false);
    expect(restsOn(['law'], '《示例办法》第五条', 'law')).toBe(false);
    expect(restsOn(['law'], '《示例法》第五条', 'law')).toBe(true);
    expect(restsOn(['law', 'administrative-regulation'], '《示例条例》第五条', 'local-regulation')).toBe(false);
    expect(restsOn(['law'], undefined, 'law')).toBe(false);
  });
});
