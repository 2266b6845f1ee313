/**
 * Every text that the operator reads has a translation: in the page it comes from renderer/i18n through `t`, in the main
 * process and the shared rules through `say`.
 */
const chinese = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/
const letters = /\p{L}/u
const readAttributes = new Set(['title', 'label', 'aria-label', 'placeholder', 'alt', 'text', 'description', 'content'])

const pageText = 'Texts of the page belong into renderer/i18n; take them with t().'
const deskText = 'Say what the operator reads with say`…`, and its English in texts/en.'
const earlyText = 'The language is not known yet when the module is loaded: say it in a function or a getter.'

/** In the page: no Chinese in code, and no words at all between the tags or in attributes that are read. */
const noPageText = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const report = (node) => context.report({ node, message: pageText })
    const script = {
      Literal: (node) => typeof node.value === 'string' && chinese.test(node.value) && report(node),
      TemplateElement: (node) => chinese.test(node.value.raw) && report(node)
    }
    const { defineTemplateBodyVisitor } = context.sourceCode.parserServices
    if (!defineTemplateBodyVisitor) return script
    const template = {
      ...script,
      VText: (node) => letters.test(node.value) && report(node),
      VLiteral: (node) => {
        const name = node.parent?.key?.name ?? ''
        if (chinese.test(node.value) || (readAttributes.has(name) && letters.test(node.value))) report(node)
      }
    }
    return defineTemplateBodyVisitor(template, script)
  }
}

/** In the main process and the shared rules: Chinese only behind `say`, and `say` only once the language is known. */
const noDeskText = {
  meta: { type: 'problem', schema: [] },
  create: (context) => ({
    Literal: (node) =>
      typeof node.value === 'string' && chinese.test(node.value) && context.report({ node, message: deskText }),
    TemplateElement: (node) => {
      if (chinese.test(node.value.raw) && !isSaid(node.parent)) context.report({ node, message: deskText })
    },
    TaggedTemplateExpression: (node) => {
      if (node.tag.name !== 'say') return
      const around = context.sourceCode.getAncestors(node)
      if (!around.some(({ type }) => functions.has(type))) context.report({ node, message: earlyText })
    }
  })
}

const functions = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'])

function isSaid(quasi) {
  const { parent } = quasi
  return parent?.type === 'TaggedTemplateExpression' && parent.tag.name === 'say'
}

export default { rules: { 'no-page-text': noPageText, 'no-desk-text': noDeskText } }
