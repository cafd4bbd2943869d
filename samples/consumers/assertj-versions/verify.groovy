// The assertions work on the oldest AssertJ that is supported and on the newest.
def log = new File(basedir, 'build.log').text
assert log.findAll(/Tests run: 2, Failures: 0, Errors: 0, Skipped: 0\n/).size() == 2 : 'two tests pass on each'
assert !log.contains('SLF4J') : 'no library complains that it has no logger'
