import type zh from '../zh/templates'
import type { Translated } from '../translated'

export default {
  title: 'Templates',
  tabs: {
    label: 'Parts of the templates',
    library: 'Library'
  },
  cancel: 'Cancel',
  discard: 'Discard changes',
  discardAsk: 'Discard changes?',
  actions: 'Actions',
  library: {
    count: '{count} / {limit} templates',
    search: 'Search templates',
    readAt: 'Read {ago}',
    refresh: 'Refresh',
    empty: 'The library is empty',
    emptyText: 'Upload the code to a template mini program in the developer tools, then add the draft to the library.',
    nothingFound: 'No template fits “{query}”',
    added: '{version} was added to the library',
    deleted: 'Template {version} was deleted',
    full: 'The library holds {limit} templates at most: delete some that are not used',
    fullWarning: 'The library is full; delete templates that are not used to add others',
    nearlyFull: 'The library is nearly full: {n} more fits | The library is nearly full: {n} more fit'
  },
  drafts: {
    title: 'Drafts',
    none: 'No drafts. What is uploaded to a template mini program in the developer tools is shown here.',
    app: 'Template app',
    version: 'Version',
    description: 'Description',
    uploadedBy: 'Uploaded by',
    time: 'Time',
    same: 'Same as template {version}',
    add: 'Add to library',
    another: 'Another draft is being added',
    addAsk: 'Add {version} to the library?',
    addText: 'The draft “{description}” of {app} becomes a new template, which can be uploaded to merchants.',
    addTwinText:
      'The draft “{description}” of {app} becomes a new template, which can be uploaded to merchants. The library has the same already as template {templateId}; this will be another.'
  },
  list: {
    version: 'Version',
    description: 'Description',
    id: 'Template ID',
    time: 'Time',
    users: 'Used by',
    studio: 'ext.json',
    delete: 'Delete…',
    deleteLabel: 'Delete template {version}'
  },
  usage: {
    stages: {
      latest: 'test version',
      audit: 'review version',
      current: 'online version',
      previous: 'version to roll back to'
    },
    certain: 'known from the upload',
    unsure: 'by version and description',
    none: 'Not used',
    count: '{n} merchant | {n} merchants',
    allUnsure: '{n} merchant, judged by its version only | {n} merchants, all judged by their versions only',
    someUnsure: '{n} merchant, {unsure} judged by version only | {n} merchants, {unsure} judged by version only',
    line: '{name}: {stages}',
    more: '{n} more',
    reading: 'Searching…',
    failure: '{message}. {nextStep}',
    read: 'Show',
    readAgain: 'Failed, try again',
    listLabel: 'Merchants that use this template'
  },
  deletion: {
    title: 'Delete template {version}',
    template: 'template {templateId}',
    reading: 'Searching who uses it',
    notRead: 'Who uses it is not known yet',
    typeVersion: 'Enter the version first',
    usedText:
      'What was uploaded stays; but once deleted it can be uploaded to these merchants no more, and it can not be brought back.',
    unusedText: 'No merchant uses this template, and none could roll back to it. It can not be brought back.',
    confirm: 'Enter the version {version} to confirm'
  },
  studio: {
    parts: 'Parts of ext.json',
    default: 'Default',
    variables: 'Variables',
    values: 'Merchants’ values',
    template: 'Template',
    option: '{version} {description}',
    optionWithDefault: '{version} {description} (has a default)',
    empty: 'The library is empty',
    emptyText: 'Add a draft to the library first, then write its default ext.json.'
  },
  default: {
    given: 'Every merchant has it',
    wrongLine: 'Line {line}: {message}',
    unchanged: 'Nothing was changed',
    removeAsk: 'Remove the default ext.json of {version}?',
    removeText:
      'What was uploaded stays, and so do the variables and the merchants’ values. From then on this template is uploaded with the smallest ext.json unless another is written.',
    removeUnsavedText:
      'What was uploaded stays, and so do the variables and the merchants’ values. From then on this template is uploaded with the smallest ext.json unless another is written. Changes that are not saved are lost as well.',
    remove: 'Remove default',
    discardText: 'The changed default ext.json is not saved and is lost when you leave.',
    savedAt: 'Saved {ago}',
    neverSaved: 'No default saved yet',
    format: 'Format',
    restore: 'Restore',
    save: 'Save as default',
    editor: 'Default ext.json',
    fine: 'No problems',
    keys: "Type {'{{'} for a variable; Tab indents, Esc then Tab leaves",
    copyLabel: 'Copy the default of another template',
    copy: 'Copy from a template',
    goneTemplate: 'Template {templateId} (no longer in the library)'
  },
  preview: {
    label: 'Preview',
    noMerchants: 'No merchants yet',
    noMerchantsText: 'Once merchants have authorised, what each would be sent is shown here.',
    never: 'Nothing uploaded yet',
    same: 'Same as last uploaded',
    different: 'Not as last uploaded',
    checkAll: 'Check all',
    difference: 'ext.json of {name}',
    back: 'Previous merchant',
    merchant: 'Merchant of the preview',
    next: 'Next merchant'
  },
  all: {
    fine: 'Checked {checked} / {total}: no problems, {different} not as last uploaded',
    failing:
      'Checked {checked} / {total}: {n} merchant with problems, {different} not as last uploaded | Checked {checked} / {total}: {n} merchants with problems, {different} not as last uploaded',
    fold: 'Fold',
    more: '{n} more'
  },
  types: {
    text: 'Text',
    number: 'Number',
    boolean: 'Boolean'
  },
  variables: {
    limit: '{limit} variables at most',
    help: 'Write {placeholder} in the default. Every merchant has {given}.',
    placeholder: "{'{{'}name{'}}'}",
    none: 'No variables yet',
    noneText: 'Variables make one default fit all merchants: a shop number, a colour, a switch.',
    add: 'Add variable',
    name: 'Name',
    type: 'Type',
    required: 'Required',
    description: 'Description',
    fallback: 'Without a value',
    usedIn: 'Used in',
    uses: '{templates} templates, {n} merchant has a value | {templates} templates, {n} merchants have a value',
    edit: 'Edit',
    delete: 'Delete',
    deleteAsk: 'Delete the variable {name}?',
    deleteText: 'The value of {n} merchant is used no more. | The values of {n} merchants are used no more.',
    deleteUsedText:
      'Defaults that still use it ({templates}) will be wrong. The value of {n} merchant is used no more. | Defaults that still use it ({templates}) will be wrong. The values of {n} merchants are used no more.',
    deleteConfirm: 'Delete variable'
  },
  variable: {
    addTitle: 'Add variable',
    editTitle: 'Edit variable {name}',
    save: 'Save',
    unchanged: 'Nothing was changed',
    fallbackWrong: 'Without a value: {problem}',
    renameLimit: 'A new name needs room for one more variable; {limit} at most',
    renames:
      'The new name goes to the defaults of {templates} templates and to {n} merchant. | The new name goes to the defaults of {templates} templates and to {n} merchants.',
    renamesIn:
      'The new name goes to the defaults of {templates} templates ({versions}) and to {n} merchant. | The new name goes to the defaults of {templates} templates ({versions}) and to {n} merchants.',
    mistyped: 'The value of {n} merchant is not of this type | The values of {n} merchants are not of this type',
    required: 'Required: nothing is uploaded to a merchant without a value',
    nameMissing: 'Enter a name',
    nameWrong: 'Begins with a letter or underscore; letters, digits and underscores only, 40 at most',
    nameGiven: 'Every merchant has this variable already',
    nameTaken: 'Another variable has this name'
  },
  values: {
    all: 'All',
    missing: 'Missing',
    wrong: 'Wrong type',
    unchanged: 'Nothing was changed',
    wrongEdits:
      'A value of {n} merchant is of the wrong type: correct it first | Values of {n} merchants are of the wrong type: correct them first',
    problem: '{from}: {problem}',
    changed: '{from}: {n} value changed | {from}: {n} values changed',
    changedUnused: '{from}: {n} value changed, {unused} not used | {from}: {n} values changed, {unused} not used',
    pastedTable: 'Pasted table',
    pasted: 'Pasted',
    unknownColumns: 'Columns that are no variables: {columns}',
    discardText:
      'The values of {n} merchant are not saved and are lost when you leave. | The values of {n} merchants are not saved and are lost when you leave.',
    noVariables: 'No variables yet',
    noVariablesText: 'Add some under “Variables” first, then give each merchant its values.',
    noMerchants: 'No merchants yet',
    noMerchantsText: 'Once merchants have authorised, they are given their values here.',
    search: 'Search merchants',
    import: 'Import table',
    save: 'Save',
    saveCount: 'Save {n} merchant | Save {n} merchants',
    keys: 'Arrows move, Enter edits, Delete empties; cells copied from a spreadsheet can be pasted.',
    noteClose: 'OK',
    unused: 'Not used',
    moreUnused: '{n} more',
    missingHint: 'Missing: this variable is required',
    fallbackHint: 'Without a value {fallback} is used',
    grid: 'Values of the merchants',
    merchant: 'Merchant',
    typeRequired: '{type} · required',
    edited: 'Has changes that are not saved',
    nothingFound: 'No merchant fits.',
    sheet: 'ext.json variables',
    fileName: 'ext.json variables {day}',
    exportXlsx: 'Export XLSX',
    exportCsv: 'Export CSV',
    nameHead: 'Name',
    noHead: 'The first line needs “AppID” or “Name”, and the names of variables',
    noColumns: 'No column is headed by the name of a variable',
    stranger: '{merchant}: {problem}'
  }
} satisfies Translated<typeof zh>
