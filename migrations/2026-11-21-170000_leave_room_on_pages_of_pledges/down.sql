ALTER TABLE pledge_years SET (fillfactor = 80);
ALTER TABLE pledges SET (fillfactor = 80);
