/** What a file is, whatever it calls itself (R56). */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { extensionOf, isSafeName, safeName } from '../../../src/domain/files/names.js';
import { servedType, typeOf } from '../../../src/domain/files/types.js';

const head = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : [...part])));
const png = head([0x89], 'PNG\r\n', [0x1a, 0x0a]);

describe('the type of a file', () => {
  for (const [what, bytes, name, type] of [
    ['a PDF', head('%PDF-1.7\n'), 'offer.pdf', 'application/pdf'],
    ['a PDF without an extension', head('%PDF-1.4'), 'offer', 'application/pdf'],
    ['a picture that calls itself a table', png, 'leads.csv', 'image/png'],
    [
      'a drawing that calls itself a picture',
      head('<svg xmlns="http://www.w3.org/2000/svg" onload="x()">'),
      'logo.png',
      'image/svg+xml',
    ],
    [
      'a drawing behind a declaration',
      head('\uFEFF<?xml version="1.0"?>\n<!-- x -->\n<svg>'),
      'a.txt',
      'image/svg+xml',
    ],
    ['a page that calls itself a table', head(' \n<!DOCTYPE html><script>x()</script>'), 'leads.csv', 'text/html'],
    ['a page that begins with a script', head('<script src=x>'), 'notes.txt', 'text/html'],
    ['a program that calls itself a picture', head('MZ', [0x90, 0, 3]), 'photo.png', 'application/x-msdownload'],
    ['a script that calls itself a text', head('#!/bin/sh\nrm -rf ~'), 'readme.txt', 'text/x-shellscript'],
    [
      'a document of Word',
      head('PK', [3, 4, 20]),
      'Offer.DOCX',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    ['any archive', head('PK', [3, 4, 20]), 'offer.png', 'application/zip'],
    [
      'an old table of Excel',
      head([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      'a.xls',
      'application/vnd.ms-excel',
    ],
    ['a table', head('name;phone\nAda;1'), 'leads.csv', 'text/csv'],
    ['a text', head('Zerrin Çalışkan\n'), 'notes.txt', 'text/plain'],
    ['a text without an extension', head('Hello'), 'README', 'text/plain'],
    ['bytes that nobody knows', head([0, 1, 2, 3]), 'offer.pdf', ''],
    ['nothing at all under the name of a table', head(), 'empty.csv', 'text/csv'],
    ['nothing at all', head(), 'empty', ''],
    ['an extension that objects have by birth', head('x'), 'a.constructor', ''],
  ] as const)
    test(`${what}: ${type || 'unknown'}`, () => assert.equal(typeOf(bytes, name), type));

  test('is handed out only where nothing can run in it', () => {
    for (const type of ['image/png', 'image/jpeg', 'application/pdf', 'text/plain'])
      assert.equal(servedType(type), type);
    for (const type of [
      'image/svg+xml',
      'text/html',
      'application/xml',
      'text/csv',
      'application/x-msdownload',
      '',
      'IMAGE/PNG; x',
    ])
      assert.equal(servedType(type), 'application/octet-stream');
  });
});

describe('the name of a file', () => {
  for (const [given, name] of [
    ['Offer.pdf', 'Offer.pdf'],
    ['C:\\fakepath\\Offer.pdf', 'Offer.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['a/b/', ''],
    ['..', ''],
    ['.', ''],
    [' Offer\r\n.pdf ', 'Offer.pdf'],
    ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
    ['\u2066x\u2069.txt', 'x.txt'],
    ['می\u200Cخواهم.pdf', 'می\u200Cخواهم.pdf'],
    ['Teklif – İstanbul.docx', 'Teklif – İstanbul.docx'],
    [42, ''],
  ] as const)
    test(`${JSON.stringify(given)} is ${JSON.stringify(name)}`, () => {
      assert.equal(safeName(given), name);
      assert.ok(name === '' || isSafeName(name));
    });

  test('that is too long keeps its extension, and no half of a sign', () => {
    assert.equal(safeName(`${'x'.repeat(400)}.pdf`), `${'x'.repeat(251)}.pdf`);
    assert.equal(safeName(`${'x'.repeat(250)}😀😀.pdf`), `${'x'.repeat(250)}.pdf`);
    assert.equal(safeName(`a.${'y'.repeat(400)}`).length, 255);
  });

  test('is refused as it is typed where it leads to a folder, or hides what it is', () => {
    for (const name of ['a/b.pdf', 'a\\b.pdf', '..', '.', 'a\u202Eb', 'a\nb']) assert.ok(!isSafeName(name), name);
    assert.ok(isSafeName('.htaccess'));
  });

  test('has an extension where something stands before its last dot', () => {
    assert.deepEqual(['a.tar.gz', '.profile', 'README', 'a.'].map(extensionOf), ['gz', '', '', '']);
  });
});
