import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { manifest, readJson, readText } from './support';

const { commands, views, walkthroughs } = manifest.contributes;
const strings = readJson('package.nls.json') as Readonly<Record<string, string>>;
const steps = walkthroughs.flatMap(walkthrough => walkthrough.steps);
const wordsOf = (reference: string) => strings[reference.slice(1, -1)] ?? '';

describe('the walkthrough', () => {
  it('has four or five steps', () => {
    assert.equal(walkthroughs.length, 1);
    assert.ok(steps.length >= 4 && steps.length <= 5, `${steps.length} steps`);
  });

  for (const { id, description, media, completionEvents } of steps) {
    const linked = [
      ...wordsOf(description).matchAll(/\(command:(?:toSide:)?([\w.]+)(?:\?[^)]*)?\)/g),
    ].flatMap(([, command]) => command ?? []);

    it(`links commands in “${id}” that there are`, () => {
      assert.equal(linked.length, wordsOf(description).split('](').length - 1);
      for (const command of linked.filter(it => it.startsWith('sourcelight.'))) {
        assert.ok(
          commands.some(it => it.command === command),
          command,
        );
      }
    });

    it(`ends “${id}” by something that happens in it`, () => {
      assert.ok(completionEvents.length > 0);
      for (const event of completionEvents) {
        const [kind = '', what = ''] = event.split(':');
        if (kind === 'onCommand') assert.ok(linked.includes(what), event);
        else if (kind === 'onView') {
          assert.ok(
            Object.values(views)
              .flat()
              .some(view => view.id === what),
            event,
          );
        } else assert.equal(event, 'onStepSelected');
      }
    });

    it(`shows a drawing in “${id}”, and tells it to whoever does not see it`, () => {
      assert.match(media.svg, /^media\/walkthrough\/[\w-]+\.svg$/);
      assert.ok(existsSync(join(__dirname, '..', '..', media.svg)), media.svg);
      assert.ok(wordsOf(media.altText).length > 40, media.altText);
    });

    it(`draws “${id}” in the theme’s colours alone, and loads nothing`, () => {
      const svg = readText(media.svg);
      const colors = [...svg.matchAll(/(?:fill|stroke)="([^"]+)"/g)].map(([, color]) => color ?? '');
      assert.ok(colors.length > 5);
      assert.deepEqual(
        colors.filter(color => !/^(none$|var\(--vscode-)/.test(color)),
        [],
      );
      assert.doesNotMatch(svg, /<(script|image|foreignObject|style)|href=|url\(/);
    });
  }
});
