"""What the program is killed in the middle of: one module a deed, found by being here.

A deed is a module with

    MOMENT                       seconds after one of its first lines within which it is killed
    prepare(folder)              lay out what it starts from; done once, and copied for each kill
    do(folder, acknowledge)      do it over and over, telling `acknowledge` whatever has been kept
    kept(folder, acknowledged)   afterwards: demand all that was acknowledged, and nothing half done
"""
