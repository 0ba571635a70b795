import { article, readsEach } from './cases';

describe('quotations without a cue', () => {
  readsEach([
    [
      'several paragraphs in a row belong to whom the one before quotes',
      article('“The port is closed,” said Ann Lee.', '“It will stay so.”', '“Nobody has the money.”'),
      ['“The port is closed,”', 'Ann Lee', 'Ann Lee'],
      ['“It will stay so.”', 'Ann Lee', 'Ann Lee'],
      ['“Nobody has the money.”', 'Ann Lee', 'Ann Lee'],
    ],
    [
      'a second speaker is quoted on',
      article(
        '“The port is closed,” said Ann Lee.',
        '“It will stay so,” said Bo Cole.',
        '“We have no money.”',
      ),
      ['“The port is closed,”', 'Ann Lee', 'Ann Lee'],
      ['“It will stay so,”', 'Bo Cole', 'Bo Cole'],
      ['“We have no money.”', 'Bo Cole', 'Bo Cole'],
    ],
    [
      'a paragraph that introduces somebody',
      article('Ann Lee runs the bakery on Quay Street.', '“We open at five every day.”'),
      ['“We open at five every day.”', 'Ann Lee', 'Ann Lee'],
    ],
    [
      'a paragraph that goes on about somebody',
      article('Ann Lee runs the bakery. She bakes at night.', '“We open at five every day.”', '“I like it.”'),
      ['“We open at five every day.”', 'She', 'Ann Lee'],
      ['“I like it.”', 'She', 'Ann Lee'],
    ],
    [
      'a gesture before the quotation',
      'Ann Lee shook her head. “We open at five every day of the week.”',
      ['“We open at five every day of the week.”', 'Ann Lee', 'Ann Lee'],
    ],
    [
      'a line that leads up to it',
      article('Ann Lee said in a statement:', '“We will act.”'),
      ['“We will act.”', 'Ann Lee', 'Ann Lee'],
    ],
    [
      'a line that signs it',
      article('“We will act.”', '— Ann Lee, mayor'),
      ['“We will act.”', 'Ann Lee', 'Ann Lee'],
    ],
    [
      'an answer goes on in the next paragraph',
      article('“Did you close it?” asked Ida Brandt.', '“We did,” said Bo Cole.', '“We had no money.”'),
      ['“Did you close it?”', 'Ida Brandt', 'Ida Brandt'],
      ['“We did,”', 'Bo Cole', 'Bo Cole'],
      ['“We had no money.”', 'Bo Cole', 'Bo Cole'],
    ],
    [
      'two who speak in turns',
      article(
        '“Did you close it?” asked Ida Brandt.',
        '“We did,” said Bo Cole.',
        '“For how long?”',
        '“Until May.”',
      ),
      ['“Did you close it?”', 'Ida Brandt', 'Ida Brandt'],
      ['“We did,”', 'Bo Cole', 'Bo Cole'],
      ['“For how long?”', 'Ida Brandt', 'Ida Brandt'],
      ['“Until May.”', 'Bo Cole', 'Bo Cole'],
    ],
  ]);
});
