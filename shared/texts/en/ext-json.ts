import type { Dictionary } from '../say'

/** What is in an ext.json, and what is wrong with one. */
export const extJsonTexts: Dictionary = {
  '必填。这份配置是否生效': 'Required. Whether this configuration takes effect',
  '必填。商家小程序的 AppID，可写 "{{appId}}"':
    'Required. The AppID of the merchant’s mini program; "{{appId}}" will do',
  '自定义数据，小程序里用 tt.getExtConfigSync() 读取':
    'Your own data, read by the mini program with tt.getExtConfigSync()',
  '单个页面的配置：以页面路径为键，值同该页面的 json':
    'Configuration of single pages: by page path, as in the page’s json',
  '开发者工具里直接提交，通过接口上传时不起作用':
    'Direct commit from the developer tools; without effect for uploads by interface',
  '页面路径列表，每项是文本': 'List of page paths, each a text',
  '页面的默认窗口：导航栏标题、颜色等': 'The pages’ default window: title of the navigation bar, colours and so on',
  '底部标签栏，标签在 list 里': 'The tab bar; its tabs are in list',
  '各类网络请求的超时，毫秒': 'Timeouts of network requests, in milliseconds',
  默认打开的首页: 'The page that opens first',
  '可以跳转到的小程序的 AppID': 'AppIDs of the mini programs that can be opened',
  授权弹窗里的用途说明: 'The purpose shown when a permission is asked for',
  分包: 'Subpackages',
  分包预下载规则: 'Rules for loading subpackages ahead',
  'Cookie 的使用方式': 'How cookies are used',
  骨架屏: 'Skeleton screens',
  '网络资源请求的 referer': 'The referer of network requests',
  启用隐私协议相关功能: 'Turns on what belongs to the privacy agreement',

  '布尔值 true 或 false': 'true or false',
  文本: 'a text',
  数字: 'a number',
  '对象 { … }': 'an object { … }',
  '数组 [ … ]': 'an array [ … ]',
  'ext.json 不能为空': 'The ext.json is empty',
  'ext.json 太长，最多 {0} 个字符': 'The ext.json is too long, at most {0} characters',
  '最外层应是一个对象 { … }': 'The outermost value must be an object { … }',
  '缺少 {0}': '{0} is missing',
  'extPages 里 {0}': '{0} in extPages',
  '{0} 应是{1}': '{0} must be {1}',
  '{0}应是{1}': '{0} must be {1}',
  'extAppid 应是这个商家的 AppID {0}': 'extAppid must be this merchant’s AppID {0}',
  'extEnable 为 false 时，这份配置不会生效': 'With extEnable false this configuration does not take effect',
  'directCommit 只对开发者工具里的上传有效，在这里不起作用':
    'directCommit is for uploads from the developer tools only, and has no effect here',
  'tabBar 里没有 list': 'tabBar has no list',
  '{0} 的第 {1} 项': 'Item {1} of {0}',
  '字段 {0} 写了两次': 'The field {0} is written twice',

  '变量 {0} 还没有换成商家的值': 'The variable {0} has not been replaced by the merchant’s value',
  '应是 true 或 false': 'Must be true or false',
  应是数字: 'Must be a number',
  '字段名 {0} 填好后是空的': 'The field name {0} is empty when filled in',
  '没有变量 {0}': 'There is no variable {0}',
  '变量 {0} 还没有值': 'The variable {0} has no value yet',
  '变量 {0} 的值「{1}」{2}': 'The variable {0} has the value “{1}”. {2}',
  '变量要写在双引号里：写成 "{{{0}}}"，数字和布尔会按类型填入':
    'A variable stands in double quotes: "{{{0}}}"; numbers and booleans are filled in by their type',

  这里有不认识的字符: 'There is an unknown character here',
  数字写法不对: 'This is not a number',
  这里应是用双引号括起来的字段名: 'A field name in double quotes is expected here',
  这里应有一个值: 'A value is expected here',
  字段名后面缺少冒号: 'A colon is missing after the field name',
  两项之间缺少逗号: 'A comma is missing between two items',
  '缺少右花括号 }': 'The closing brace } is missing',
  '缺少右方括号 ]': 'The closing bracket ] is missing',
  结束之后还有多余的内容: 'There is something after the end',
  'JSON 里不能写注释': 'JSON has no comments',
  字符串没有结束引号: 'The closing quote is missing',
  数字没有写完: 'The number is not complete',
  'Unicode 转义写法不对': 'The Unicode escape is wrong',
  转义字符写法不对: 'The escape is wrong',
  字符串里有不允许的控制字符: 'There is a control character in the string',
  '嵌套太深，最多 {0} 层': 'Nested too deeply, at most {0} levels',
  'JSON 写法不对({0})': 'Not valid JSON ({0})'
}
