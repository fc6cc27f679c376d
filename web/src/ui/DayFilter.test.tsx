import { expect, it } from '@jest/globals';
import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { renderPage } from '../testing/render-page.tsx';
import { DayFilter } from './DayFilter.tsx';

const asked: string[] = [];

function Page() {
  const [day, setDay] = useState('2026-01-31');
  const choose = (chosen: string) => {
    asked.push(chosen);
    setDay(chosen);
  };
  return <DayFilter label="From" value={day} onChoose={choose} />;
}

it('waits for the whole year, keeps what is half typed, and forgets it when it is left so', async () => {
  await renderPage(Page, { at: '/', answers: {} });
  const field = screen.getByLabelText('From');
  for (const day of ['0002-01-31', '0020-01-31', '0202-01-31']) {
    fireEvent.change(field, { target: { value: day } });
    expect(field).toHaveValue(day);
  }
  expect(asked).toEqual([]);
  fireEvent.change(field, { target: { value: '2025-01-31' } });
  expect(asked).toEqual(['2025-01-31']);
  fireEvent.change(field, { target: { value: '9999-01-31' } });
  fireEvent.blur(field);
  expect(field).toHaveValue('2025-01-31');
  fireEvent.change(field, { target: { value: '' } });
  expect(asked).toEqual(['2025-01-31', '']);
});
