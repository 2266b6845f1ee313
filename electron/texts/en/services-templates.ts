import type { Dictionary } from '@shared/texts/say'

/** The template library and ext.json. */
export const templateServiceTexts: Dictionary = {
  '{0} 每个商家都有，不用再加': 'Every merchant has {0}, it need not be added',
  'ext.json {0}': 'ext.json: {0}',
  '第 {0} 行第 {1} 列：{2}': 'line {0}, column {1}: {2}',
  '默认 ext.json 没有保存': 'The default ext.json was not saved',
  变量的值没有保存: 'The variables’ values were not saved',
  '没有可以预览的 ext.json': 'There is no ext.json to preview',
  '这个模板还没有默认的 ext.json': 'This template has no default ext.json yet',
  '请先写好并保存它的默认 ext.json': 'Write and save its default ext.json first',
  添加模板没有开始: 'Adding the template did not start',
  '「添加模板」还在进行': 'A template is still being added',
  添加模板没有成功: 'The template was not added',
  '添加模板成功了，但模板库没有读到': 'The template was added, but the template library was not read',
  添加模板的结果还不知道: 'It is not known yet whether the template was added',
  删除模板没有开始: 'Deleting the template did not start',
  '「删除模板」还在进行': 'A template is still being deleted',
  删除模板没有成功: 'The template was not deleted',
  '删除模板成功了，但模板库没有读到': 'The template was deleted, but the template library was not read',
  删除模板的结果还不知道: 'It is not known yet whether the template was deleted',

  这个模板已经不在模板库里: 'This template is no longer in the library',
  '这份草稿已经没有了：模板小程序可能又上传了新的':
    'This draft is gone: the template mini program may have uploaded a new one',
  '请刷新模板库，看过现在的草稿后再添加': 'Refresh the template library, look at the present draft, then add it',
  '模板库已有 {0} 个模板，到了上限': 'The library has {0} templates, which is the limit',
  模板库没有修改: 'The template library was not changed',
  '还有您没有看到的商家在用它：{0} 等 {1} 个商家': 'Merchants that you were not shown use it: {0} and more, {1} in all',
  '还有您没有看到的商家在用它：{0}': 'Merchants that you were not shown use it: {0}',
  请看过现在用它的商家后再删除: 'Look at the merchants that use it now, then delete it',
  '{0}：没有读到模板库': '{0}: the template library was not read',
  '请刷新模板库，不要再做一次': 'Refresh the template library, do not do it again',
  '平台的回答没有收到；已核对模板库，平台没有执行':
    'The platform’s answer was lost; the template library shows that it did nothing',
  '平台的回答没有收到，模板库也没有读到': 'The platform’s answer was lost, and the template library was not read',
  '请刷新模板库，看过结果后再决定是否再做一次':
    'Refresh the template library and look at the result before you do it again',
  没有读到谁在用这个模板: 'Who uses this template was not read',
  模板没有删除: 'The template was not deleted',
  模板库没有读到: 'The template library was not read'
}
