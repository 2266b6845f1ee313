import { findNodeAtLocation, type Node } from 'jsonc-parser'
import { say } from '../texts/say'
import { type ExtJsonField, extJsonFields } from './ext-json-fields'
import { problemAt, readJson, type TextProblem } from './json-document'
import { extJsonMaxLength } from './limits'

export { type ExtJsonField, extJsonFields }

/** One finding in an ext.json text; line and column count from 1. An error keeps it from being uploaded. */
export type ExtJsonProblem = TextProblem & { readonly severity: 'error' | 'warning' }

type Finding = { readonly node: Node; readonly message: string; readonly severity: ExtJsonProblem['severity'] }

const typeNames = {
  get boolean() {
    return say`布尔值 true 或 false`
  },
  get string() {
    return say`文本`
  },
  get number() {
    return say`数字`
  },
  get object() {
    return say`对象 { … }`
  },
  get array() {
    return say`数组 [ … ]`
  }
} as const
type JsonType = keyof typeof typeNames

/**
 * Checks an ext.json document for one merchant, as the page "代开发环节说明" describes it: `extEnable` and `extAppid` are
 * required, `extAppid` must be the merchant's own app id, documented fields have their types. Unknown fields are allowed
 * (they override app.json). Returns the findings in the order of the text; none means it can be uploaded.
 */
export function checkExtJson(text: string, appId: string): readonly ExtJsonProblem[] {
  const whole = (message: string): ExtJsonProblem[] => [{ severity: 'error', line: 1, column: 1, message }]
  if (text.trim() === '') return whole(say`ext.json 不能为空`)
  if (text.length > extJsonMaxLength) return whole(say`ext.json 太长，最多 ${extJsonMaxLength} 个字符`)
  const { root, problems } = readJson(text)
  if (root === null) return problems.map((each) => ({ severity: 'error', ...each }))
  const findings = root.type === 'object' ? findingsOf(root, appId) : [error(root, say`最外层应是一个对象 { … }`)]
  return findings
    .sort((a, b) => a.node.offset - b.node.offset)
    .map(({ node, message, severity }) => ({ severity, ...problemAt(text, node.offset, message) }))
}

/** The smallest ext.json that a merchant's upload needs. */
export function defaultExtJson(appId: string): string {
  return JSON.stringify({ extEnable: true, extAppid: appId, ext: {} }, null, 2)
}

const error = (node: Node, message: string): Finding => ({ node, message, severity: 'error' })
const warning = (node: Node, message: string): Finding => ({ node, message, severity: 'warning' })

function findingsOf(root: Node, appId: string): Finding[] {
  const field = (name: string): Node | undefined => findNodeAtLocation(root, [name])
  return [
    ...['extEnable', 'extAppid'].filter((name) => !field(name)).map((name) => error(root, say`缺少 ${name}`)),
    ...extJsonFields.flatMap(({ name, type }) => ofType(field(name), type, name)),
    ...identity(field('extAppid'), appId),
    ...withoutEffect(field('extEnable'), field('directCommit')),
    ...members(field('extPages')).flatMap(({ name, node }) => ofType(node, 'object', say`extPages 里 ${name}`)),
    ...members(field('networkTimeout')).flatMap(({ name, node }) => ofType(node, 'number', `networkTimeout.${name}`)),
    ...items(field('pages'), 'string', 'pages'),
    ...tabBar(field('tabBar')),
    ...repeatedNames(root, 'error')
  ]
}

function ofType(node: Node | undefined, type: JsonType, what: string): Finding[] {
  if (!node || node.type === type) return []
  const typeName = typeNames[type]
  return [error(node, /\w$/.test(what) ? say`${what} 应是${typeName}` : say`${what}应是${typeName}`)]
}

function identity(extAppid: Node | undefined, appId: string): Finding[] {
  if (extAppid?.type !== 'string' || extAppid.value === appId) return []
  return [error(extAppid, say`extAppid 应是这个商家的 AppID ${appId}`)]
}

function withoutEffect(extEnable: Node | undefined, directCommit: Node | undefined): Finding[] {
  return [
    ...(extEnable?.value === false ? [warning(extEnable, say`extEnable 为 false 时，这份配置不会生效`)] : []),
    ...(directCommit?.type === 'boolean'
      ? [warning(directCommit, say`directCommit 只对开发者工具里的上传有效，在这里不起作用`)]
      : [])
  ]
}

/** Whether a tab bar of ext.json replaces or completes the one of app.json is not documented. */
function tabBar(node: Node | undefined): Finding[] {
  if (node?.type !== 'object') return []
  const list = findNodeAtLocation(node, ['list'])
  if (!list) return [warning(node, say`tabBar 里没有 list`)]
  return [...ofType(list, 'array', 'tabBar.list'), ...items(list, 'object', 'tabBar.list')]
}

function items(node: Node | undefined, type: JsonType, what: string): Finding[] {
  if (node?.type !== 'array') return []
  return (node.children ?? []).flatMap((child, index) => ofType(child, type, say`${what} 的第 ${index + 1} 项`))
}

function members(node: Node | undefined): { name: string; node: Node }[] {
  if (node?.type !== 'object') return []
  return (node.children ?? []).flatMap(({ children: [key, value] = [] }) =>
    key && value ? [{ name: String(key.value), node: value }] : []
  )
}

/** Of two fields with one name only one counts; at the top, where the platform reads them, that is refused. */
function repeatedNames(node: Node, severity: Finding['severity']): Finding[] {
  const seen = new Set<unknown>()
  const own = (node.type === 'object' ? (node.children ?? []) : []).flatMap(({ children: [key] = [] }) => {
    const again = key !== undefined && seen.has(key.value)
    seen.add(key?.value)
    return again ? [{ node: key, message: say`字段 ${String(key.value)} 写了两次`, severity }] : []
  })
  return [...own, ...(node.children ?? []).flatMap((child) => repeatedNames(child, 'warning'))]
}
