import assert from 'node:assert/strict';
import { about, BRIDGE, Disk, FERRY, fileWith, hidden, UNTITLED, Window } from './windows';

describe('the store of decisions', () => {
  let disk: Disk;
  let window: Window;
  beforeEach(() => {
    disk = new Disk();
    window = new Window(disk);
  });

  it('reads a folder’s file when it is first asked about an article there, and tells when it has', async () => {
    disk.text = fileWith(about('d1', 'ferry.txt'));
    assert.deepEqual(window.store.of(FERRY), []);
    await window.store.settled();
    assert.equal(window.changes, 1);
    assert.deepEqual(window.store.of(FERRY), [about('d1', 'ferry.txt')]);
  });

  it('gives those about the article and about all of its folder', async () => {
    disk.text = fileWith(about('d1', 'ferry.txt'), about('d2', 'bridge.txt'), about('d3', null));
    assert.deepEqual(await window.idsOf(FERRY), ['d3', 'd1']);
    assert.deepEqual(await window.idsOf(BRIDGE), ['d3', 'd2']);
    assert.deepEqual(await window.idsOf(UNTITLED), []);
  });

  it('writes nothing before the first decision', async () => {
    assert.deepEqual(await window.idsOf(FERRY), []);
    assert.equal(disk.text, null);
    await window.store.add(FERRY, about('d1', 'ferry.txt'));
    assert.equal(disk.text, fileWith(about('d1', 'ferry.txt')));
    assert.equal(disk.writes, 1);
  });

  it('writes once what is decided in one go, private or not, and tells once of each', async () => {
    await window.idsOf(FERRY);
    await window.store.add(FERRY, about('d1', 'ferry.txt'), hidden('d2'), about('d3', 'ferry.txt'));
    assert.equal(disk.text, fileWith(about('d1', 'ferry.txt'), about('d3', 'ferry.txt')));
    assert.deepEqual([disk.writes, window.changes], [1, 2]);
    assert.deepEqual(await window.idsOf(FERRY), ['d1', 'd3', 'd2']);
  });

  it('writes nothing where nothing is decided', async () => {
    await window.store.add(FERRY);
    assert.deepEqual([disk.writes, window.changes], [0, 0]);
  });

  it('loses nothing when two windows write', async () => {
    const other = new Window(disk);
    await Promise.all([window.idsOf(FERRY), other.idsOf(FERRY)]);
    await window.store.add(FERRY, about('d1', 'ferry.txt'));
    await other.store.add(FERRY, about('d2', 'ferry.txt'));
    assert.deepEqual(await window.idsOf(FERRY), ['d1', 'd2']);
    assert.deepEqual(await other.idsOf(FERRY), ['d1', 'd2']);
  });

  it('writes one after the other what is decided at once', async () => {
    const ids = ['d1', 'd2', 'd3', 'd4'];
    await Promise.all(ids.map(id => window.store.add(FERRY, about(id, 'ferry.txt'))));
    assert.equal(disk.text, fileWith(...ids.map(id => about(id, 'ferry.txt'))));
  });

  it('loses nothing when two windows have read before either writes', async () => {
    const other = new Window(disk);
    await Promise.all([window.idsOf(FERRY), other.idsOf(FERRY)]);
    await Promise.all([
      window.store.add(FERRY, about('d1', 'ferry.txt')),
      other.store.add(FERRY, about('d2', 'ferry.txt')),
    ]);
    await Promise.all([window.store.settled(), other.store.settled()]);
    assert.deepEqual(await window.idsOf(FERRY), ['d1', 'd2']);
    assert.deepEqual(await other.idsOf(FERRY), ['d1', 'd2']);
    assert.equal(disk.text, fileWith(about('d1', 'ferry.txt'), about('d2', 'ferry.txt')));
  });

  it('keeps what another program writes between its reading and its writing', async () => {
    await window.idsOf(FERRY);
    const { later } = disk;
    disk.later = async () => {
      disk.later = later;
      await later();
      setImmediate(() => {
        disk.put(fileWith(about('theirs', 'ferry.txt')));
      });
    };
    await window.store.add(FERRY, about('ours', 'ferry.txt'));
    assert.deepEqual(await window.idsOf(FERRY), ['ours', 'theirs']);
    assert.equal(disk.text, fileWith(about('ours', 'ferry.txt'), about('theirs', 'ferry.txt')));
  });

  it('puts back what another window writes over in more than one step', async () => {
    disk.text = fileWith(about('d1', 'ferry.txt'));
    await window.store.add(FERRY, about('d2', 'ferry.txt'));
    // Too late to tell from the line alone that nobody took it out.
    disk.now += 2000;
    disk.text = fileWith(about('d1', 'ferry.txt'));
    const { later } = disk;
    disk.later = async () => {
      disk.later = later;
      await later();
      setImmediate(() => {
        disk.text = fileWith(about('d1', 'ferry.txt'), about('theirs', 'ferry.txt'));
      });
    };
    await window.store.add(FERRY, about('d3', 'ferry.txt'));
    assert.deepEqual(await window.idsOf(FERRY), ['d1', 'd2', 'd3', 'theirs']);
  });

  it('does not put back what somebody takes out of the file', async () => {
    await window.store.add(FERRY, about('d1', 'ferry.txt'));
    disk.put('mine alone\n');
    assert.deepEqual(await window.idsOf(FERRY), []);
    assert.equal(disk.text, 'mine alone\n');
  });

  it('does not put back a decision that another window takes back later', async () => {
    disk.text = fileWith(about('d1', 'ferry.txt'));
    await window.store.add(FERRY, about('d2', 'ferry.txt'));
    disk.now += 2000;
    disk.put(fileWith(about('d1', 'ferry.txt')));
    assert.deepEqual(await window.idsOf(FERRY), ['d1']);
    assert.equal(disk.writes, 1);
  });

  it('takes back again what another window, which had read it before, writes again', async () => {
    disk.text = fileWith(about('d1', 'ferry.txt'));
    await window.idsOf(FERRY);
    assert.equal(await window.store.remove(FERRY, new Set(['d1'])), true);
    disk.put(fileWith(about('d1', 'ferry.txt'), about('d2', 'ferry.txt')));
    assert.deepEqual(await window.idsOf(FERRY), ['d2']);
    assert.equal(disk.text, fileWith(about('d2', 'ferry.txt')));
  });

  it('tells whenever a decision was written to the file', async () => {
    await window.store.add(UNTITLED, about('d1', UNTITLED));
    await window.store.add(FERRY, hidden('d2'));
    assert.deepEqual(window.shared, []);
    await window.store.add(FERRY, about('d3', 'ferry.txt'));
    assert.deepEqual(window.shared, ['ws']);
  });

  it('keeps what is private out of the file, and takes it back', async () => {
    await window.store.add(FERRY, hidden('d1'));
    assert.equal(disk.text, null);
    assert.deepEqual(await window.idsOf(FERRY), ['d1']);
    assert.deepEqual(await window.idsOf(BRIDGE), []);
    await window.store.add(FERRY, about('d2', 'ferry.txt'));
    assert.equal(disk.text, fileWith(about('d2', 'ferry.txt')));
    assert.equal(await window.store.remove(FERRY, new Set(['d1'])), true);
    assert.deepEqual(await window.idsOf(FERRY), ['d2']);
    assert.equal(window.hidden.get('ws'), '');
  });

  it('takes a decision that becomes private out of the file', async () => {
    disk.text = fileWith(about('d1', 'ferry.txt'), about('d2', 'ferry.txt'));
    await window.idsOf(FERRY);
    assert.equal(await window.store.makePrivate(FERRY, new Set(['d1'])), true);
    assert.equal(disk.text, fileWith(about('d2', 'ferry.txt')));
    assert.deepEqual(
      window.store.of(FERRY).map(({ id, private: isPrivate }) => [id, isPrivate]),
      [
        ['d2', undefined],
        ['d1', true],
      ],
    );
  });

  it('says so where a decision that becomes private cannot be taken out of the file', async () => {
    disk.text = fileWith(about('d1', 'ferry.txt'));
    await window.idsOf(FERRY);
    disk.isReadOnly = true;
    assert.equal(await window.store.makePrivate(FERRY, new Set(['d1'])), false);
    assert.deepEqual(await window.idsOf(FERRY), ['d1']);
  });

  it('has the decisions go with an article that is renamed, private ones too', async () => {
    disk.text = fileWith(about('d1', 'ferry.txt'), about('d2', 'bridge.txt'), about('d3', null));
    await window.store.add(FERRY, hidden('d4'));
    await window.store.move(FERRY, 'ws/old/ferry.txt');
    assert.deepEqual(await window.idsOf('ws/old/ferry.txt'), ['d3', 'd1', 'd4']);
    assert.deepEqual(await window.idsOf(FERRY), ['d3']);
    assert.equal(
      disk.text,
      fileWith(about('d1', 'old/ferry.txt'), about('d2', 'bridge.txt'), about('d3', null)),
    );
  });

  it('has the decisions go with a folder of articles', async () => {
    disk.text = fileWith(about('d1', 'old/ferry.txt'), about('d2', 'older.txt'));
    await window.store.move('ws/old', 'ws/new');
    assert.deepEqual(await window.idsOf('ws/new/ferry.txt'), ['d1']);
    assert.deepEqual(await window.idsOf('ws/older.txt'), ['d2']);
  });

  it('has the decisions of an untitled article go into the folder where it is saved', async () => {
    await window.store.add(UNTITLED, about('d1', UNTITLED));
    await window.store.add(UNTITLED, { ...about('d2', UNTITLED), private: true });
    const moving = window.store.move(UNTITLED, FERRY);
    // It is closed as soon as it is saved.
    window.store.forget(UNTITLED);
    await moving;
    assert.equal(disk.text, fileWith(about('d1', 'ferry.txt')));
    assert.deepEqual(await window.idsOf(FERRY), ['d1', 'd2']);
    assert.deepEqual(await window.idsOf(UNTITLED), []);
    assert.match(window.hidden.get('ws') ?? '', /"d2"/);
  });

  it('copies the decisions of an article that is saved under another name, each once', async () => {
    disk.text = fileWith(about('d1', 'ferry.txt'), about('d2', null));
    await window.store.add(FERRY, hidden('d3'));
    await window.store.copy(FERRY, BRIDGE);
    await window.store.copy(FERRY, BRIDGE);
    const copied = (await window.idsOf(BRIDGE)).filter(id => id !== 'd2');
    assert.equal(copied.length, 2);
    assert.equal(await window.store.remove(BRIDGE, new Set(copied)), true);
    assert.deepEqual(await window.idsOf(FERRY), ['d2', 'd1', 'd3']);
    assert.equal(disk.text, fileWith(about('d1', 'ferry.txt'), about('d2', null)));
  });

  it('writes nothing when an article is renamed about which nothing was decided', async () => {
    await window.store.move(FERRY, BRIDGE);
    assert.equal(disk.writes, 0);
  });

  it('follows the file when somebody else changes it', async () => {
    await window.idsOf(FERRY);
    disk.put(fileWith(about('d1', 'ferry.txt')));
    assert.deepEqual(await window.idsOf(FERRY), ['d1']);
    assert.equal(window.changes, 1);
  });

  it('tells of a change once, though the file system tells of it too', async () => {
    await window.idsOf(FERRY);
    await window.store.add(FERRY, about('d1', 'ferry.txt'));
    await window.store.settled();
    assert.equal(window.changes, 1);
  });

  it('takes decisions back, and keeps those that others made', async () => {
    disk.text = fileWith(about('d1', 'ferry.txt'), about('d2', 'ferry.txt'));
    await window.idsOf(FERRY);
    disk.text = fileWith(about('d1', 'ferry.txt'), about('d2', 'ferry.txt'), about('d3', 'ferry.txt'));
    assert.equal(await window.store.remove(FERRY, new Set(['d1'])), true);
    assert.equal(disk.text, fileWith(about('d2', 'ferry.txt'), about('d3', 'ferry.txt')));
  });

  it('keeps lines that it cannot read, and says so once', async () => {
    disk.text = `half a line\n${fileWith(about('d1', 'ferry.txt'))}`;
    assert.deepEqual(await window.idsOf(FERRY), ['d1']);
    await window.store.add(FERRY, about('d2', 'ferry.txt'));
    assert.deepEqual(window.unreadable, [['half a line']]);
    assert.equal(disk.text, `${fileWith(about('d1', 'ferry.txt'), about('d2', 'ferry.txt'))}half a line\n`);
  });

  it('keeps in memory what belongs to no folder, and says so once', async () => {
    await window.store.add(UNTITLED, about('d1', UNTITLED));
    await window.store.add(UNTITLED, about('d2', UNTITLED));
    assert.deepEqual(await window.idsOf(UNTITLED), ['d1', 'd2']);
    assert.deepEqual(await window.idsOf('untitled:2'), []);
    assert.equal(window.keptInMemory, 1);
    assert.equal(disk.writes, 0);
    assert.equal(await window.store.remove(UNTITLED, new Set(['d1'])), true);
    assert.deepEqual(await window.idsOf(UNTITLED), ['d2']);
    window.store.forget(UNTITLED);
    assert.deepEqual(await window.idsOf(UNTITLED), []);
  });

  it('keeps in memory what cannot be written, and writes it with the next decision that can be', async () => {
    disk.isReadOnly = true;
    await window.store.add(FERRY, about('d1', 'ferry.txt'));
    assert.deepEqual(await window.idsOf(FERRY), ['d1']);
    assert.equal(window.keptInMemory, 1);
    assert.match(window.warnings.join(), /read-only/);
    disk.isReadOnly = false;
    await window.store.add(FERRY, about('d2', 'ferry.txt'));
    assert.equal(disk.text, fileWith(about('d1', 'ferry.txt'), about('d2', 'ferry.txt')));
    assert.deepEqual(await window.idsOf(FERRY), ['d1', 'd2']);
  });

  it('does not take back what it cannot write, and says so', async () => {
    disk.text = fileWith(about('d1', 'ferry.txt'));
    await window.idsOf(FERRY);
    disk.isReadOnly = true;
    assert.equal(await window.store.remove(FERRY, new Set(['d1'])), false);
    assert.deepEqual(await window.idsOf(FERRY), ['d1']);
  });

  it('does not overwrite a file that it cannot read', async () => {
    disk.text = fileWith(about('d1', 'ferry.txt'));
    disk.cannotBeRead = true;
    await window.store.add(FERRY, about('d2', 'ferry.txt'));
    assert.equal(disk.writes, 0);
    assert.deepEqual(await window.idsOf(FERRY), ['d2']);
  });
});
