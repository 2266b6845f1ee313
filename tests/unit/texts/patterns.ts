import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import ts from 'typescript'

const root = resolve(import.meta.dirname, '../../..')

/** The patterns of all say`…` below these folders, with where each is said first. */
export function saidPatterns(folders: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const file of folders.flatMap((folder) => sourcesOf(join(root, folder)))) {
    for (const pattern of patternsOf(file)) if (!found.has(pattern)) found.set(pattern, file.slice(root.length + 1))
  }
  return found
}

function sourcesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => join(folder, path))
}

function patternsOf(file: string): readonly string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const patterns: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText(source) === 'say')
      patterns.push(patternOf(node.template))
    ts.forEachChild(node, visit)
  }
  visit(source)
  return patterns
}

/** As `say` makes it of the template's parts. */
function patternOf(template: ts.TemplateLiteral): string {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text
  return template.templateSpans.reduce(
    (text, { literal }, index) => `${text}{${index}}${literal.text}`,
    template.head.text
  )
}
