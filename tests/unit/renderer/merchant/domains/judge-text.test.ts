import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeText, withAllFixes, withFix, type LineGround } from '@/components/domains/judge-text'
import { refusedLines } from '@/components/domains/refused-lines'

const ground = (change: Partial<LineGround> = {}): LineGround => ({ own: [], passes: [], limited: true, ...change })
const problems = (text: string, change: Partial<LineGround> = {}) =>
  judgeText(text, ground(change)).lines.map(({ problem }) => problem)

describe('the judging of typed domains', () => {
  it('keeps each verdict at the row of the text that it is about', () => {
    const { rows } = judgeText('a.shop.cn\n\nhttps://b.shop.cn, c.shop.cn\n', ground())
    expect(rows.map((row) => row.map(({ domain }) => domain))).toEqual([
      ['a.shop.cn'],
      [],
      ['https://b.shop.cn', 'c.shop.cn'],
      []
    ])
    expect(rows[2]?.map(({ problem }) => problem === null)).toEqual([false, true])
  })

  it("finds what is not below the application's own domains, except what is there already", () => {
    const own = ['agency.cn']
    expect(problems('api.agency.cn\napi.shop.cn', { own })).toEqual([null, expect.stringContaining('自己的域名列表')])
    expect(problems('api.shop.cn', { own, passes: ['api.shop.cn'] })).toEqual([null])
  })

  it('counts different domains against the largest number, where that counts', () => {
    const many = Array.from({ length: 21 }, (_, place) => `a${place}.shop.cn`).join('\n')
    expect(judgeText(many, ground()).tooMany).toContain('21')
    expect(judgeText(many, ground({ limited: false })).tooMany).toBeNull()
  })

  it('shows why a domain was refused as long as it stands there', () => {
    const refused = new Map([['api.shop.cn', '平台不接受']])
    expect(judgeText('api.shop.cn', ground(), refused).lines[0]?.problem).toBe('平台不接受')
    expect(judgeText('api2.shop.cn', ground(), refused).problems).toBe(0)
  })
})

describe('the fixes', () => {
  const text = 'https://api.shop.cn/v1\nAPI.shop.cn\nws.shop.cn\nws.shop.cn\n10.0.0.1'

  it('put one line right and leave the others', () => {
    const judged = judgeText(text, ground())
    const [first] = judged.lines
    expect(first?.fix?.text).toBe('改成 api.shop.cn')
    expect(first && withFix(judged, first)).toBe('api.shop.cn\nAPI.shop.cn\nws.shop.cn\nws.shop.cn\n10.0.0.1')
  })

  it('take a double away', () => {
    const judged = judgeText('a.shop.cn\nA.shop.cn', ground())
    const double = judged.lines[1]
    expect(double?.fix).toEqual({ text: '去掉这行', replacement: null })
    expect(double && withFix(judged, double)).toBe('a.shop.cn')
  })

  it('put all right at once, each domain once, and leave what they do not understand', () => {
    expect(withAllFixes(judgeText(text, ground()))).toBe('api.shop.cn\nws.shop.cn\n10.0.0.1')
  })

  it('leave nothing to fix, whatever was typed', () => {
    const line = fc.oneof(
      fc.webUrl(),
      fc.domain(),
      fc.ipV4(),
      fc.string(),
      fc.constantFrom('A.cn', 'a.cn', '。', 'x:80')
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        expect(judgeText(withAllFixes(judgeText(lines.join('\n'), ground())), ground()).fixes).toBe(0)
      })
    )
  })
})

it('a refusal is found at the line that it is about, however deep its field', () => {
  const lists = { request: ['a.cn', 'b.cn'], socket: ['c.cn'] }
  const fields = { 'request.1': '不行', 'target.socket.0': '也不行', 'request.9': '没有', request: '太多', name: '空' }
  expect(refusedLines(fields, ['request', 'socket'], lists)).toEqual(
    new Map([
      ['request', new Map([['b.cn', '不行']])],
      ['socket', new Map([['c.cn', '也不行']])]
    ])
  )
})
