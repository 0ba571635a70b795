/** Newsletters, subscriptions, appeals and advertisements. */
export const NEWSLETTERS: readonly RegExp[] = [
  /^[^\w"“‘']*(?:(?:for more|to get .{2,60}), )?(?:sign up|subscribe|get|want|join|enter your|download)\b.{0,200}\b(?:newsletters?|inbox|subscri\w+|e-?mail (?:address|alerts?|updates)|(?:news|breaking|push) alerts|our app|free trial)\b/is,
  /^for more from .{2,60}, (?:download|subscribe|sign up|check out) .{2,100}$/i,
  /^[^\w"“‘']*(?:sign up|subscribe) (?:here|now|today|to|for)\b[^.]{0,80}\W*$/i,
  /^[^\w"“‘']*(?:advertisement|advertising|sponsored(?: content)?|paid (?:content|post)|promoted|story continues(?: below)?(?: advertisement)?|article continues(?: below)?(?: advertisement)?|scroll to continue|skip advertisement|loading)\W*$/i,
  /^[^\w"“‘']*(?:support|donate|become a (?:member|subscriber|supporter))\b.{0,120}\b(?:journalism|newsroom|today|now)\W*$/i,
  /^[^\w"“‘']*(?:already a (?:subscriber|member)|log in|sign in|create (?:an|a free) account)\b[^.]{0,60}\W*$/i,
];
