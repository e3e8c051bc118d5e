create table test_step (name text not null, number integer not null);
create table test_log (logged text not null);
-- a trigger has semicolons of its own
create trigger test_step_logged after insert on test_step begin
    insert into test_log values (new.name);
    update test_log set logged = logged;
end;
