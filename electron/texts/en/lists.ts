import type { Dictionary } from '@shared/texts/say'

export const listTexts: Dictionary = {
  视图没有保存: 'The view was not saved',
  '已有名为「{0}」的视图': 'There is a view named “{0}” already',
  请换一个名称: 'Choose another name',
  没有找到这个视图: 'This view was not found',
  它已被删除: 'It was deleted',
  请选择其他视图: 'Choose another view',
  '一个账号最多保存 {0} 个视图': 'An account can keep up to {0} views',
  请先删除不用的视图: 'Delete views that you do not use first'
}
