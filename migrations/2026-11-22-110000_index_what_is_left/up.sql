-- What is closest to its goal, without sorting all there is.
CREATE INDEX project_money_almost_there ON project_money ((goal - pledged), project_id);
